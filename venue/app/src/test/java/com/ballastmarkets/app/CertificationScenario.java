package com.ballastmarkets.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.app.certify.CaseResult;
import com.ballastmarkets.app.certify.Certification;
import com.ballastmarkets.app.certify.CertificationReport;
import com.ballastmarkets.app.certify.Target;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The venue, certified as a counterparty would certify it. */
class CertificationScenario {
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
    }
  }
}
