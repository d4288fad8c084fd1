package com.ballastmarkets.app.desk;

import com.ballastmarkets.backoffice.settlement.SettlementArchive;
import com.ballastmarkets.fix.SettlementPapers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What FIX tells of a market's value beside the journal: the back office's archive knows it. */
public final class FixSettlementPapers implements SettlementPapers {
  private static final DateTimeFormatter UTC_TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
  private static final String VERSION = "-v";

  private final SettlementArchive archive;
  private final JsonMapper json = new JsonMapper();

  public FixSettlementPapers(SettlementArchive archive) {
    this.archive = archive;
  }

  @Override
  public Optional<Computation> find(String symbol) {
    return archive
        .evidence(symbol)
        .map(evidence -> {
          final int version = evidence.formula().lastIndexOf(VERSION);
          return new Computation(
              evidence.formula().substring(0, version),
              evidence.formula().substring(version + VERSION.length()),
              takenAt(evidence.snapshotJson()));
        });
  }

  private String takenAt(String snapshot) {
    try {
      return UTC_TIMESTAMP.format(
          Instant.parse(json.readTree(snapshot).required("taken_at").textValue()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the archive's snapshots are JSON", e);
    }
  }
}
