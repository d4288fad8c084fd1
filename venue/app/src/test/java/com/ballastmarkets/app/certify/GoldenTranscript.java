package com.ballastmarkets.app.certify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A case's messages without what differs from run to run: client by client, framing left out, ids
 * and markets by the order in which they appear, times and the venue's numbers as {@code #}.
 */
final class GoldenTranscript {
  private static final Set<Integer> LEFT_OUT = Set.of(8, 9, 10, 34, 49, 52, 56);

  /** Times, signatures, keys, OrderID, ExecID, TrdMatchID, reports' ids, running numbers. */
  private static final Set<Integer> MASKED =
      Set.of(
          17, 37, 60, 83, 96, 122, 126, 272, 273, 322, 432, 553, 880, 1003, 1181, 1182, 1183, 1350,
          1357, 1369, 2331);

  private static final Pattern LINE = Pattern.compile("(\\S+) ([<>]) (.*)");
  private static final Pattern OURS = Pattern.compile("c[0-9a-z]{7,9}-[0-9]+");
  private static final Pattern MARKET =
      Pattern.compile("combo-[0-9a-z-]+|[a-z-]+-[0-9]{4}(w[0-9]{2}|-[0-9]{2})");

  private final Map<String, String> names = new LinkedHashMap<>();

  private GoldenTranscript() {}

  /** The text to compare. */
  static String of(String transcript) {
    final Map<String, List<String>> byClient = new LinkedHashMap<>();
    for (final String line : transcript.split("\n", -1)) {
      final Matcher parts = LINE.matcher(line);
      if (parts.matches() && !parts.group(3).contains("|35=0|")) {
        byClient
            .computeIfAbsent(parts.group(1), client -> new ArrayList<>())
            .add(parts.group(2) + ' ' + parts.group(3));
      }
    }
    final GoldenTranscript golden = new GoldenTranscript();
    final StringBuilder text = new StringBuilder();
    byClient.forEach((client, lines) -> {
      text.append("# ").append(client).append('\n');
      lines.forEach(line -> text.append(golden.masked(line)).append('\n'));
    });
    return text.toString();
  }

  private String masked(String line) {
    final List<String> fields = new ArrayList<>();
    for (final String field : line.substring(2).split("\\|")) {
      final Matcher tag = Pattern.compile("([0-9]+)=(.*)").matcher(field);
      if (!tag.matches()) {
        fields.add(field);
      } else if (!LEFT_OUT.contains(Integer.valueOf(tag.group(1)))) {
        final boolean differs =
            MASKED.contains(Integer.valueOf(tag.group(1))) && !tag.group(2).equals("NONE");
        fields.add(tag.group(1) + '=' + (differs ? "#" : named(tag.group(2))));
      }
    }
    return line.substring(0, 2) + fields.stream().collect(Collectors.joining("|", "", "|"));
  }

  private String named(String value) {
    return replaced(replaced(value, OURS, "id"), MARKET, "market");
  }

  private String replaced(String value, Pattern pattern, String kind) {
    return pattern
        .matcher(value)
        .replaceAll(found -> names.computeIfAbsent(found.group(), name -> kind + number(kind)));
  }

  private long number(String kind) {
    return 1 + names.values().stream().filter(name -> name.startsWith(kind)).count();
  }
}
