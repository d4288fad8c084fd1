package com.ballastmarkets.fix.viewer;

import com.ballastmarkets.fix.dictionary.Dictionaries;
import com.ballastmarkets.fix.dictionary.Glossary;
import com.ballastmarkets.fix.dictionary.Tag;
import com.ballastmarkets.fix.viewer.LoggedMessage.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints messages for people.
 *
 * <pre>
 *   20261122-13:00:01.123  DESK1 → BALLAST-OE  #12  NewOrderSingle (D)
 *        11  ClOrdID       a1
 *        54  Side          1  BUY
 * </pre>
 */
public final class MessagePrinter {
  /** Never shown: signatures and passwords. */
  private static final Set<Integer> SECRETS = Set.of(Tag.RAW_DATA, 554, 925, 1402);

  private static final Set<Integer> IN_THE_HEAD =
      Set.of(
          Tag.BEGIN_STRING,
          9,
          10,
          Tag.MSG_TYPE,
          Tag.SENDER_COMP_ID,
          Tag.TARGET_COMP_ID,
          Tag.MSG_SEQ_NUM,
          Tag.SENDING_TIME);

  private final Glossary fix44;
  private final Glossary fix50sp2;

  private MessagePrinter(Glossary fix44, Glossary fix50sp2) {
    this.fix44 = fix44;
    this.fix50sp2 = fix50sp2;
  }

  /** With the names of the venue's own dictionaries. */
  public static MessagePrinter create() throws IOException {
    final Path folder = Files.createTempDirectory("ballast-fixlog");
    final Dictionaries files = Dictionaries.write(folder);
    try {
      return new MessagePrinter(
          Glossary.of(List.of(files.fix44(), files.fix50sp2(), files.fixt11())),
          Glossary.of(List.of(files.fix50sp2(), files.fixt11(), files.fix44())));
    } finally {
      for (final Path file : List.of(files.fix44(), files.fixt11(), files.fix50sp2(), folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** The head line and a line for each field. */
  public String print(LoggedMessage message) {
    final Glossary names = names(message);
    final List<Field> body =
        message.fields().stream().filter(f -> !IN_THE_HEAD.contains(f.tag())).toList();
    final int width = body.stream().mapToInt(f -> names.field(f.tag()).length()).max().orElse(0);
    final StringBuilder text = new StringBuilder(head(message));
    for (final Field field : body) {
      final String name = names.field(field.tag());
      text.append(System.lineSeparator())
          .append("%8d  ".formatted(field.tag()))
          .append(name)
          .append(" ".repeat(width - name.length() + 2))
          .append(value(names, field));
    }
    return text.toString();
  }

  /** Everything in one line. */
  public String printBrief(LoggedMessage message) {
    final Glossary names = names(message);
    return message.fields().stream()
        .filter(f -> !IN_THE_HEAD.contains(f.tag()))
        .map(f ->
            (names.field(f.tag()).isEmpty() ? Integer.toString(f.tag()) : names.field(f.tag()))
                + "="
                + value(names, f).replace("  ", ":"))
        .collect(Collectors.joining(" ", head(message) + "  ", ""));
  }

  private Glossary names(LoggedMessage message) {
    return message.get(Tag.BEGIN_STRING).startsWith("FIXT") ? fix50sp2 : fix44;
  }

  private String head(LoggedMessage message) {
    final String type = message.get(Tag.MSG_TYPE);
    final String name = names(message).message(type);
    return (message.before().isEmpty() ? "" : message.before() + "  ")
        + message.get(Tag.SENDING_TIME)
        + "  "
        + message.get(Tag.SENDER_COMP_ID)
        + " → "
        + message.get(Tag.TARGET_COMP_ID)
        + "  #"
        + message.get(Tag.MSG_SEQ_NUM)
        + "  "
        + (name.isEmpty() ? "unknown type" : name)
        + " ("
        + type
        + ")";
  }

  private static String value(Glossary names, Field field) {
    if (SECRETS.contains(field.tag())) {
      return "***";
    }
    final String meaning = names.value(field.tag(), field.value());
    return meaning.isEmpty() ? field.value() : field.value() + "  " + meaning;
  }
}
