package com.ballastmarkets.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.NullMarked;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a workbook's XML as it stands, without a library that might be kinder than Excel. */
@NullMarked
final class SheetReader {
  private final Map<String, Document> parts = new HashMap<>();

  SheetReader(InputStream workbook) throws IOException {
    try (var zip = new ZipInputStream(workbook)) {
      final var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith("xl/") && entry.getName().endsWith(".xml")) {
          final var bytes = new ByteArrayInputStream(zip.readAllBytes());
          parts.put(entry.getName(), builder.parse(bytes));
        }
      }
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  List<String> names() {
    return elements(part("xl/workbook.xml"), "sheet").stream()
        .map(sheet -> sheet.getAttribute("name"))
        .toList();
  }

  boolean isFrozenAt(int sheet, String cell) {
    return elements(sheet(sheet), "pane").stream()
        .anyMatch(pane ->
            pane.getAttribute("topLeftCell").equals(cell)
                && pane.getAttribute("state").equals("frozen"));
  }

  BigDecimal number(int sheet, String reference) {
    final Element cell = cell(sheet, reference);
    final String type = cell.getAttribute("t");
    if (!type.isEmpty() && !type.equals("n")) {
      throw new AssertionError(reference + " is no number but of type " + type);
    }
    return new BigDecimal(cell.getTextContent().strip());
  }

  String text(int sheet, String reference) {
    final Element cell = cell(sheet, reference);
    if (!cell.getAttribute("t").equals("s")) {
      throw new AssertionError(reference + " is no text");
    }
    return shared(cell);
  }

  String format(int sheet, String reference) {
    final int style = Integer.parseInt(cell(sheet, reference).getAttribute("s"));
    final Document styles = part("xl/styles.xml");
    final Element cellFormats = elements(styles, "cellXfs").getFirst();
    final String id =
        ((Element) cellFormats.getElementsByTagName("xf").item(style)).getAttribute("numFmtId");
    return elements(styles, "numFmt").stream()
        .filter(format -> format.getAttribute("numFmtId").equals(id))
        .map(format -> format.getAttribute("formatCode"))
        .findFirst()
        .orElseThrow();
  }

  /** Columns A and B of a sheet. */
  Map<String, String> pairs(int sheet) {
    final Map<String, String> pairs = new LinkedHashMap<>();
    for (final Element cell : elements(sheet(sheet), "c")) {
      final String reference = cell.getAttribute("r");
      if (reference.startsWith("A")) {
        pairs.put(shared(cell), shared(cell(sheet, "B" + reference.substring(1))));
      }
    }
    return pairs;
  }

  private String shared(Element cell) {
    final String index = cell.getTextContent().strip();
    return index.isEmpty()
        ? ""
        : elements(part("xl/sharedStrings.xml"), "si")
            .get(Integer.parseInt(index))
            .getTextContent()
            .strip();
  }

  private Element cell(int sheet, String reference) {
    return elements(sheet(sheet), "c").stream()
        .filter(cell -> cell.getAttribute("r").equals(reference))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no cell " + reference));
  }

  private Document sheet(int number) {
    return part("xl/worksheets/sheet" + number + ".xml");
  }

  private Document part(String name) {
    final Document part = parts.get(name);
    if (part == null) {
      throw new AssertionError("the workbook has no " + name);
    }
    return part;
  }

  private static List<Element> elements(Document document, String tag) {
    final NodeList nodes = document.getElementsByTagName(tag);
    final List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
