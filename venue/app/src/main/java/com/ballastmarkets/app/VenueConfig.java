package com.ballastmarkets.app;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set about a venue that runs as one program.
 *
 * @param dataFolder holds all that must survive: the log, the journal, the database, keys,
 *     settlements
 * @param httpPort of REST, WebSocket and web page; 0 for any free one
 * @param fixPort of the FIX acceptor; 0 for any free one
 * @param jdbcUrl an external PostgreSQL with user and password in the URL; null for the embedded
 *     one
 * @param beginAt where the clock of a new venue begins, null for now (sandbox)
 * @param apiLimit requests a minute that the API takes, per address and per key; 0 for the API
 *     page's limits
 * @param telemetryFile a PortWatch file that settles markets instead of synthetic telemetry, or
 *     null
 */
public record VenueConfig(
    Path dataFolder,
    int httpPort,
    int fixPort,
    @Nullable String jdbcUrl,
    @Nullable Instant beginAt,
    int apiLimit,
    @Nullable Path telemetryFile) {

  /** A sandbox on any free ports. */
  public static VenueConfig sandbox(Path dataFolder) {
    return new VenueConfig(dataFolder, 0, 0, null, null, 0, null);
  }
}
