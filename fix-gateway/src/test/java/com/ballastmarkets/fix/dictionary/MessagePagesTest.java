package com.ballastmarkets.fix.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of docs/fix/messages are what the dictionaries and transcripts give now. */
class MessagePagesTest {
  private static final Path DOCS = Path.of("../docs/fix");

  @TempDir private Path directory;

  @Test
  void thePagesAreUpToDate() throws Exception {
    final Dictionaries written = Dictionaries.write(directory);
    final SortedMap<String, String> made =
        MessagePages.of(
            Glossary.of(List.of(written.fix50sp2(), written.fixt11(), written.fix44())),
            DOCS.resolve("transcripts"));
    final SortedMap<String, String> kept = new TreeMap<>();
    try (var files = Files.list(DOCS.resolve("messages"))) {
      for (final Path file : files.toList()) {
        kept.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(made).containsKeys("NewOrderSingle.md", "ExecutionReport.md", "MassQuote.md");
    assertThat(made.keySet()).as("./ballast fixdict --pages").isEqualTo(kept.keySet());
    made.forEach((name, text) -> assertThat(text).as(name).isEqualTo(kept.get(name)));
  }
}
