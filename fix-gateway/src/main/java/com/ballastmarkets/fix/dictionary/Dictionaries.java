package com.ballastmarkets.fix.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The data dictionaries of the venue, in QuickFIX's XML form: the published versions of FIX as
 * QuickFIX/J ships them, and what the venue adds (the {@code -additions.xml} files beside this
 * class). They are written to a directory, where the gateway reads them and clients may fetch them.
 *
 * @param fix44 session and application messages of FIX 4.4
 * @param fixt11 session messages of FIXT 1.1
 * @param fix50sp2 application messages of FIX 5.0 SP2
 */
public record Dictionaries(Path fix44, Path fixt11, Path fix50sp2) {

  /**
   * Writes the three dictionaries, over older ones.
   *
   * @throws IOException if the directory cannot be written
   */
  public static Dictionaries write(Path directory) throws IOException {
    Files.createDirectories(directory);
    return new Dictionaries(
        write(directory, "FIX44"), write(directory, "FIXT11"), write(directory, "FIX50SP2"));
  }

  private static Path write(Path directory, String version) throws IOException {
    final Path target = directory.resolve("BALLAST-" + version + ".xml");
    try {
      final Document dictionary = parse("/" + version + ".xml");
      final Document additions =
          parse("/com/ballastmarkets/fix/dictionary/" + version + "-additions.xml");
      add(dictionary, additions);
      final Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      try (OutputStream out = Files.newOutputStream(target)) {
        transformer.transform(new DOMSource(dictionary), new StreamResult(out));
      }
      return target;
    } catch (ParserConfigurationException | SAXException | TransformerException e) {
      throw new IOException("the dictionary " + version + " cannot be built", e);
    }
  }

  private static Document parse(String resource)
      throws ParserConfigurationException, IOException, SAXException {
    final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    try (InputStream in = Dictionaries.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("not on the class path: " + resource);
      }
      return factory.newDocumentBuilder().parse(in);
    }
  }

  /** Messages and fields that are there are extended, others are appended. */
  private static void add(Document dictionary, Document additions) {
    for (final String section : List.of("messages", "components", "fields")) {
      final Element from = child(additions.getDocumentElement(), section);
      if (from != null) {
        final Element to = child(dictionary.getDocumentElement(), section);
        if (to == null) {
          throw new IllegalStateException("the dictionary has no section " + section);
        }
        extend(to, from);
      }
    }
  }

  private static void extend(Element to, Element from) {
    final Map<String, Element> present = new LinkedHashMap<>();
    for (final Element child : children(to)) {
      present.putIfAbsent(identity(child), child);
    }
    for (final Element addition : children(from)) {
      final Element same = present.get(identity(addition));
      if (same == null) {
        to.appendChild(to.getOwnerDocument().importNode(addition, true));
      } else {
        extend(same, addition);
      }
    }
  }

  /** What makes two elements the same: a value by its enum, all else by kind and name. */
  private static String identity(Element element) {
    return element.getTagName()
        + ' '
        + (element.hasAttribute("enum")
            ? element.getAttribute("enum")
            : element.getAttribute("name"));
  }

  private static @Nullable Element child(Element parent, String name) {
    for (final Element child : children(parent)) {
      if (child.getTagName().equals(name)) {
        return child;
      }
    }
    return null;
  }

  private static List<Element> children(Element parent) {
    final List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
