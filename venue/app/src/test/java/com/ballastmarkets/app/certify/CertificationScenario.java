package com.ballastmarkets.app.certify;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.app.RunningVenue;
import com.ballastmarkets.app.VenueConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The venue, certified as a counterparty would certify it. What goes over the wire in the cases of
 * points 1 to 4, 6, 9 and 11 is kept in {@code docs/fix/transcripts}; what it is now stands in
 * {@code target/transcripts}, to be copied there when it is meant to differ.
 */
class CertificationScenario {
  private static final Path KEPT = Path.of("../../docs/fix/transcripts");
  private static final Path SEEN = Path.of("target/transcripts");

  /** Of points whose messages do not depend on what was traded before. */
  private static final String STEADY = "(0[123469]|11)-.*";

  @TempDir private Path folder;

  @Test
  void theVenuePassesItsOwnCertification() throws Exception {
    final VenueConfig config = new VenueConfig(folder, 0, 0, null, null, 100_000, null);
    try (RunningVenue venue = RunningVenue.start(config, text -> {})) {
      final Target target =
          Target.read(
              "127.0.0.1",
              venue.fixPort(),
              venue.sandboxFile(),
              URI.create("http://127.0.0.1:" + venue.httpPort()),
              true);
      final Path transcripts = folder.resolve("transcripts");
      final List<CaseResult> results = new Certification(target, transcripts, result -> {}).run();
      assertThat(results)
          .filteredOn(result -> result.outcome() == CaseResult.Outcome.FAIL)
          .as("failed cases")
          .isEmpty();
      assertThat(results)
          .filteredOn(result -> result.outcome() == CaseResult.Outcome.PASS)
          .hasSizeGreaterThan(50);
      assertThat(
              CertificationReport.write("127.0.0.1", "test", Instant.EPOCH, Instant.EPOCH, results))
          .contains("## Point 1", "PASS", "For the venue");
      try (var files = Files.list(transcripts)) {
        assertThat(files).hasSize(results.size());
      }
      compare(transcripts);
    }
  }

  private static void compare(Path transcripts) throws IOException {
    final Map<String, String> seen = new TreeMap<>();
    Files.createDirectories(SEEN);
    for (final Path file : listed(transcripts)) {
      final String name = file.getFileName().toString();
      // One tells of all markets of the day, one of what a halt finds.
      if (name.matches(STEADY) && !name.contains("closed") && !name.contains("halts")) {
        seen.put(name, GoldenTranscript.of(Files.readString(file)));
        Files.writeString(SEEN.resolve(name), seen.get(name));
      }
    }
    final Map<String, String> kept = new TreeMap<>();
    for (final Path file : listed(KEPT)) {
      kept.put(file.getFileName().toString(), Files.readString(file));
    }
    assertThat(seen.keySet()).isEqualTo(kept.keySet());
    seen.forEach((name, text) -> assertThat(text).as(name).isEqualTo(kept.get(name)));
  }

  private static List<Path> listed(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
