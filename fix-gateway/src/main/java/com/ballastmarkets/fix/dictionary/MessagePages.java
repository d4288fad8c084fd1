package com.ballastmarkets.fix.dictionary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page for each message that our transcripts show: its fields by the dictionaries' names, the
 * values that occur with what they mean, and examples. Transcripts have a message a line, {@code >
 * 35=D|11=id1|…} from the client, {@code <} from the venue.
 */
public final class MessagePages {
  private static final int EXAMPLES = 4;

  /** More values of one field than that are left to the dictionaries. */
  private static final int MAX_VALUES = 12;

  private final Glossary glossary;
  private final SortedMap<String, Page> pages = new TreeMap<>();

  private MessagePages(Glossary glossary) {
    this.glossary = glossary;
  }

  private static final class Page {
    private final TreeSet<Character> directions = new TreeSet<>();
    private final SortedMap<Integer, TreeSet<String>> values = new TreeMap<>();
    private final Map<String, String> examples = new LinkedHashMap<>();
  }

  /**
   * Makes the pages.
   *
   * @param transcripts a folder of them
   * @return Markdown by file name, {@code README.md} among them
   */
  public static SortedMap<String, String> of(Glossary glossary, Path transcripts)
      throws IOException {
    final MessagePages pages = new MessagePages(glossary);
    final List<Path> files;
    try (Stream<Path> listed = Files.list(transcripts)) {
      files = listed.sorted().toList();
    }
    for (final Path file : files) {
      for (final String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        pages.read(line);
      }
    }
    final SortedMap<String, String> written = new TreeMap<>();
    pages.pages.forEach((type, page) -> written.put(pages.fileName(type), pages.text(type, page)));
    written.put("README.md", pages.index());
    return written;
  }

  private void read(String line) {
    if (line.length() < 3 || "<>".indexOf(line.charAt(0)) < 0) {
      return;
    }
    final List<String[]> fields = new ArrayList<>();
    for (final String field : line.substring(2).split("\\|", -1)) {
      final int equals = field.indexOf('=');
      if (equals > 0 && field.substring(0, equals).matches("[0-9]{1,5}")) {
        fields.add(new String[] {field.substring(0, equals), field.substring(equals + 1)});
      }
    }
    if (fields.isEmpty() || !fields.getFirst()[0].equals("35")) {
      return;
    }
    final String type = fields.getFirst()[1];
    if (glossary.message(type).isEmpty()) {
      return;
    }
    final Page page = pages.computeIfAbsent(type, key -> new Page());
    page.directions.add(line.charAt(0));
    final StringBuilder kind = new StringBuilder();
    for (final String[] field : fields) {
      final int tag = Integer.parseInt(field[0]);
      page.values.computeIfAbsent(tag, key -> new TreeSet<>()).add(field[1]);
      kind.append(tag).append(glossary.value(tag, field[1]).isEmpty() ? "" : field[1]).append(' ');
    }
    page.examples.putIfAbsent(kind.toString(), line);
  }

  private String fileName(String type) {
    return glossary.message(type) + ".md";
  }

  private static String direction(Page page) {
    return page.directions.size() == 2
        ? "both ways"
        : page.directions.first() == '>' ? "client to venue" : "venue to client";
  }

  private String text(String type, Page page) {
    final StringBuilder text = new StringBuilder();
    text.append("# ").append(glossary.message(type)).append(" (`").append(type).append("`)\n\n");
    text.append("Direction: ").append(direction(page)).append(".\n\n");
    text.append("| tag | field | values |\n|---|---|---|\n");
    page.values.forEach((tag, values) ->
        text.append("| ")
            .append(tag)
            .append(" | ")
            .append(glossary.field(tag))
            .append(" | ")
            .append(meanings(tag, values))
            .append(" |\n"));
    text.append("\n```fix\n");
    page.examples.values().stream()
        .limit(EXAMPLES)
        .forEach(example -> text.append(example).append('\n'));
    return text.append("```\n").toString();
  }

  private String meanings(int tag, TreeSet<String> values) {
    return values.stream()
        .filter(value -> !glossary.value(tag, value).isEmpty())
        .limit(MAX_VALUES)
        .map(value -> "`" + value + "` " + glossary.value(tag, value))
        .collect(Collectors.joining(", "));
  }

  private String index() {
    final StringBuilder text = new StringBuilder();
    text.append("# Messages\n\n");
    text.append(
        "Made by `./ballast fixdict --pages` from the dictionaries and the [transcripts](../transcripts)"
            + " of the certification. Framing and what differs from run to run (`#`) is left out."
            + " The dictionaries name every field that is understood.\n\n");
    text.append("| type | message | direction |\n|---|---|---|\n");
    pages.forEach((type, page) ->
        text.append("| `")
            .append(type)
            .append("` | [")
            .append(glossary.message(type))
            .append("](")
            .append(fileName(type))
            .append(") | ")
            .append(direction(page))
            .append(" |\n"));
    return text.toString();
  }
}
