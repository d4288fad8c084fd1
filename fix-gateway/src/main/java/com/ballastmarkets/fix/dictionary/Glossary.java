package com.ballastmarkets.fix.dictionary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The names of messages, fields and values, for people. Dictionaries that come first win. */
public final class Glossary {
  private final Map<Integer, String> fields = new HashMap<>();
  private final Map<String, String> messages = new HashMap<>();
  private final Map<Integer, Map<String, String>> values = new HashMap<>();

  private Glossary() {}

  /**
   * @throws IOException if one of the files is no dictionary
   */
  public static Glossary of(List<Path> dictionaries) throws IOException {
    final Glossary glossary = new Glossary();
    for (final Path dictionary : dictionaries) {
      glossary.read(dictionary);
    }
    return glossary;
  }

  private void read(Path file) throws IOException {
    try {
      final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      final Document document = factory.newDocumentBuilder().parse(file.toFile());
      final NodeList messageNodes = document.getElementsByTagName("message");
      for (int i = 0; i < messageNodes.getLength(); i++) {
        final Element message = (Element) messageNodes.item(i);
        messages.putIfAbsent(message.getAttribute("msgtype"), message.getAttribute("name"));
      }
      final NodeList fieldNodes = document.getElementsByTagName("field");
      for (int i = 0; i < fieldNodes.getLength(); i++) {
        final Element field = (Element) fieldNodes.item(i);
        if (field.hasAttribute("number")) {
          field(field);
        }
      }
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("not a data dictionary: " + file, e);
    }
  }

  private void field(Element field) {
    final int number = Integer.parseInt(field.getAttribute("number"));
    fields.putIfAbsent(number, field.getAttribute("name"));
    final NodeList valueNodes = field.getElementsByTagName("value");
    for (int i = 0; i < valueNodes.getLength(); i++) {
      final Element value = (Element) valueNodes.item(i);
      values
          .computeIfAbsent(number, n -> new HashMap<>())
          .putIfAbsent(value.getAttribute("enum"), value.getAttribute("description"));
    }
  }

  /** {@code ClOrdID}; empty if the field is not known. */
  public String field(int tag) {
    return fields.getOrDefault(tag, "");
  }

  /** {@code NewOrderSingle}; empty if the type is not known. */
  public String message(String msgType) {
    return messages.getOrDefault(msgType, "");
  }

  /** {@code BUY}; empty if the field has no such value. */
  public String value(int tag, String value) {
    return values.getOrDefault(tag, Map.of()).getOrDefault(value, "");
  }
}
