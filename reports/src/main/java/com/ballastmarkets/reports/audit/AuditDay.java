package com.ballastmarkets.reports.audit;

import com.ballastmarkets.protocol.port.JournalEntry;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The folder of a day while it is written. */
final class AuditDay implements AutoCloseable {
  static final String JOURNAL = "journal.jsonl";
  static final String ORDER_EVENTS = "order-events.csv";

  private final Path folder;
  private final LocalDate date;
  private final String chainBefore;
  private final HashedFile journal;
  private final HashedFile orderEvents;
  private final Writer csvText;
  private final CsvWriter csv;
  private String chain;
  private long firstSequence;
  private long lastSequence;
  private long events;

  AuditDay(Path directory, LocalDate date, String chain) throws IOException {
    this.folder = Files.createDirectory(directory.resolve(date.toString()));
    this.date = date;
    this.chain = chain;
    this.chainBefore = chain;
    this.journal = HashedFile.create(folder, JOURNAL);
    this.orderEvents = HashedFile.create(folder, ORDER_EVENTS);
    this.csvText = new OutputStreamWriter(orderEvents, StandardCharsets.UTF_8);
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(csvText);
    csv.writeRecord(OrderEventRow.COLUMNS);
  }

  LocalDate date() {
    return date;
  }

  /** The hash of the last line. */
  String chain() {
    return chain;
  }

  void add(JournalEntry entry, Iterable<OrderEventRow> rows) throws IOException {
    if (events == 0) {
      firstSequence = entry.sequence();
    }
    lastSequence = entry.sequence();
    events++;
    final byte[] line = JournalLine.bytes(entry, chain);
    chain = Sha256.of(line);
    journal.write(line);
    journal.write('\n');
    for (final OrderEventRow row : rows) {
      csv.writeRecord(row.cells());
    }
  }

  /**
   * Ends the day.
   *
   * @param complete whether the venue has gone on to a later day
   * @return its root
   */
  String finish(String venue, String rootBefore, boolean complete) throws IOException {
    csv.flush();
    csvText.flush();
    final ObjectNode members = Manifest.members(Manifest.DAY_SCHEMA);
    members
        .put("venue", venue)
        .put("day", date.toString())
        .put("complete", complete)
        .put("first_sequence", Long.toString(firstSequence))
        .put("last_sequence", Long.toString(lastSequence))
        .put("events", events)
        .put("chain_before", chainBefore)
        .put("chain", chain)
        .put("root_before", rootBefore);
    final ArrayNode files = members.putArray("files");
    journal.listIn(files);
    orderEvents.listIn(files);
    final Manifest manifest = Manifest.of(members);
    manifest.write(folder.resolve(Manifest.DAY_FILE));
    return manifest.root();
  }

  @Override
  public void close() throws IOException {
    journal.close();
    orderEvents.close();
  }
}
