package com.ballastmarkets.reports.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ballastmarkets.domain.account.AccountKind;
import com.ballastmarkets.domain.command.OrderTicket;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Contract;
import com.ballastmarkets.domain.instrument.FeeSchedule;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.instrument.TickTable;
import com.ballastmarkets.domain.order.CancelReason;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.order.TimeInForce;
import com.ballastmarkets.domain.quote.QuoteAnswer;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditExportTest {
  @TempDir Path folder;

  @Test
  void eachDayHasItsFolderAndTheExportIsIntact() throws IOException {
    final AuditExport.Written written = export("a");
    assertThat(written.days())
        .extracting(day -> day.date().toString())
        .containsExactly("2025-03-14", "2025-03-15");
    assertThat(AuditVerifier.verify(folder.resolve("a")))
        .isEqualTo(new AuditVerdict.Intact(2, week().size(), written.root()));
    assertThat(AuditVerifier.verify(folder.resolve("a/export.json")))
        .isInstanceOf(AuditVerdict.Intact.class);
  }

  @Test
  void theOrderEventsReadAsTheOrdersLived() throws IOException {
    export("a");
    assertThat(Files.readAllLines(folder.resolve("a/2025-03-14/order-events.csv")))
        .containsExactly(
            String.join(",", OrderEventRow.COLUMNS),
            "4,2025-03-14T10:00:03Z,NEW,501,1001,maker-1,,suez-w12,SELL,LIMIT,GTC,0.85,,100,100,"
                + ",,,,,,0",
            "5,2025-03-14T10:00:04Z,REJECTED,,1000,\"a,\"\"b\",,suez-w12,BUY,LIMIT,GTC,0.9,,5,,"
                + ",,,,,PRICE_OFF_TICK,0",
            "6,2025-03-14T10:00:05Z,NEW,502,1000,taker-1,,suez-w12,BUY,MARKET,IOC,,,40,40,"
                + ",,,,,,0",
            "7,2025-03-14T10:00:05Z,PARTIAL_FILL,501,1001,maker-1,,suez-w12,SELL,LIMIT,GTC,0.85,,"
                + "100,60,9001,0.85,40,MAKER,0,,0",
            "7,2025-03-14T10:00:05Z,FILL,502,1000,taker-1,,suez-w12,BUY,MARKET,IOC,,,40,0,9001,"
                + "0.85,40,TAKER,0.357,,0");
    assertThat(Files.readAllLines(folder.resolve("a/2025-03-15/order-events.csv")))
        .containsExactly(
            String.join(",", OrderEventRow.COLUMNS),
            "9,2025-03-15T00:00:01Z,CANCELED,501,1001,maker-1,,suez-w12,SELL,LIMIT,GTC,0.85,,60,0,"
                + ",,,,,REQUESTED,0");
  }

  @Test
  void aJournalLineHoldsTheWholeEvent() throws IOException {
    export("a");
    final List<String> lines = Files.readAllLines(folder.resolve("a/2025-03-14/journal.jsonl"));
    assertThat(lines.getFirst())
        .isEqualTo(
            "{\"sequence\":\"1\",\"time\":\"2025-03-14T10:00:00Z\",\"source_id\":\"3\","
                + "\"correlation_id\":\"77\",\"last\":true,\"event\":\"AccountOpened\","
                + "\"body\":{\"accountId\":\"1000\",\"participantId\":\"10\",\"kind\":\"CLIENT\","
                + "\"leverage\":1},\"previous\":\""
                + "0".repeat(64)
                + "\"}");
    assertThat(lines.get(1))
        .contains("\"contract\":{\"type\":\"Binary\"}", "\"tickMicros\":\"5000\"");
  }

  @Test
  void theJournalReadsBackAsTheEventsThatWereWritten() throws IOException {
    export("a");
    final List<Event> read = new ArrayList<>();
    final long count =
        AuditJournal.read(folder.resolve("a"), (sequence, time, event) -> read.add(event));
    assertThat(read).isEqualTo(week().stream().map(JournalEntry::event).toList());
    assertThat(count).isEqualTo(week().size());

    final Path day = folder.resolve("a/2025-03-15/journal.jsonl");
    final List<Long> sequences = new ArrayList<>();
    AuditJournal.read(day, (sequence, time, event) -> sequences.add(sequence));
    assertThat(sequences.getFirst()).isGreaterThan(1);
    Files.writeString(day, "{}\n", StandardOpenOption.APPEND);
    assertThatExceptionOfType(AuditMismatchException.class)
        .isThrownBy(() -> AuditJournal.read(folder.resolve("a"), (sequence, time, event) -> {}))
        .withMessageContaining("does not hold");
    assertThatExceptionOfType(AuditMismatchException.class)
        .isThrownBy(() -> AuditJournal.read(folder, (sequence, time, event) -> {}))
        .withMessageContaining("no audit export");
  }

  @Test
  void whatAnEventHasNotIsNull() {
    final var explained = new Event.MarginExplained(1_000, 1, 5, 5, 0, 0, 5, 0, null, 0, 0);
    final var taken =
        new Event.MassQuoteTaken(
            1_000, "g", "", List.of(new QuoteAnswer("q", 1, 7, 0, null, 0, 0)));
    for (final Record event : List.<Record>of(explained, taken)) {
      assertThat(EventReading.read(event.getClass().getSimpleName(), EventJson.write(event)))
          .isEqualTo(event);
    }
  }

  @Test
  void theSameEventsGiveTheSameBytes() throws IOException {
    assertThat(export("a").root()).isEqualTo(export("b").root());
  }

  @Test
  void anyOneByteChangedIsRefused() throws IOException {
    AuditExport.write("Ballast", shortWeek().iterator(), folder.resolve("a"));
    for (final Path file : files(folder.resolve("a"))) {
      final byte[] good = Files.readAllBytes(file);
      for (int i = 0; i < good.length; i++) {
        final byte[] bad = good.clone();
        bad[i] ^= 1;
        Files.write(file, bad);
        assertThat(AuditVerifier.verify(folder.resolve("a")))
            .as("%s with byte %d changed", file, i)
            .isInstanceOf(AuditVerdict.Refused.class);
      }
      Files.write(file, good);
    }
    assertThat(AuditVerifier.verify(folder.resolve("a"))).isInstanceOf(AuditVerdict.Intact.class);
  }

  @Test
  void aByteMoreOrLessIsRefused() throws IOException {
    export("a");
    for (final Path file : files(folder.resolve("a"))) {
      final byte[] good = Files.readAllBytes(file);
      Files.write(file, new byte[] {'\n'}, StandardOpenOption.APPEND);
      assertThat(AuditVerifier.verify(folder.resolve("a")))
          .isInstanceOf(AuditVerdict.Refused.class);
      Files.write(file, Arrays.copyOf(good, good.length - 1));
      assertThat(AuditVerifier.verify(folder.resolve("a")))
          .isInstanceOf(AuditVerdict.Refused.class);
      Files.write(file, good);
    }
  }

  @Test
  void aFileTooManyOrTooFewIsNamed() throws IOException {
    export("a");
    final Path extra = folder.resolve("a/2025-03-14/notes.txt");
    Files.writeString(extra, "hello");
    assertThat(AuditVerifier.verify(folder.resolve("a")))
        .isEqualTo(new AuditVerdict.Refused("notes.txt is not part of the export"));
    Files.delete(extra);
    Files.delete(folder.resolve("a/2025-03-15/order-events.csv"));
    assertThat(AuditVerifier.verify(folder.resolve("a")))
        .isEqualTo(new AuditVerdict.Refused("2025-03-15/order-events.csv is missing"));
    assertThat(AuditVerifier.verify(folder.resolve("nowhere")))
        .isInstanceOf(AuditVerdict.Refused.class);
  }

  @Test
  void aGapInTheJournalIsNotExported() {
    final List<JournalEntry> gap = List.of(week().get(0), week().get(2));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> AuditExport.write("Ballast", gap.iterator(), folder.resolve("a")))
        .withMessageContaining("event 3 follows event 1");
  }

  @Test
  void aFolderInUseIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "x");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> AuditExport.write("Ballast", week().iterator(), folder));
    assertThat(folder).isDirectoryContaining(file -> file.endsWith("mine.txt"));
  }

  private AuditExport.Written export(String name) throws IOException {
    return AuditExport.write("Ballast", week().iterator(), folder.resolve(name));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<JournalEntry> week() {
    final OrderTicket maker =
        OrderTicket.of(1001, 7, Side.SELL, 100).limit(850_000).clOrdId("maker-1").build();
    final OrderTicket bad =
        OrderTicket.of(1000, 7, Side.BUY, 5).limit(900_000).clOrdId("a,\"b").build();
    final OrderTicket taker =
        OrderTicket.of(1000, 7, Side.BUY, 40)
            .market()
            .timeInForce(TimeInForce.IOC)
            .clOrdId("taker-1")
            .build();
    final List<JournalEntry> week = new ArrayList<>();
    add(week, "2025-03-14T10:00:00Z", new Event.AccountOpened(1000, 10, AccountKind.CLIENT, 1));
    add(week, "2025-03-14T10:00:01Z", new Event.MarketListed(instrument()));
    add(
        week,
        "2025-03-14T10:00:02Z",
        new Event.CashMoved(1000, CashReason.DEPOSIT, 5, 0, 0, 0, "tx-\u00e4", 5));
    add(week, "2025-03-14T10:00:03Z", new Event.OrderAccepted(501, maker));
    add(
        week,
        "2025-03-14T10:00:04Z",
        new Event.OrderRejected(bad, RejectReason.PRICE_OFF_TICK, 0, 0));
    add(week, "2025-03-14T10:00:05Z", new Event.OrderAccepted(502, taker));
    add(
        week,
        "2025-03-14T10:00:05Z",
        new Event.Trade(
            9001,
            7,
            850_000,
            40,
            new Event.Fill(501, 1001, Side.SELL, 0, 40, 60, 34_000_000),
            new Event.Fill(502, 1000, Side.BUY, 357_000, 40, 0, 34_000_000),
            false));
    add(week, "2025-03-15T00:00:00Z", new Event.DailySettled(20_161));
    add(
        week,
        "2025-03-15T00:00:01Z",
        new Event.OrderCanceled(501, 1001, 7, "", 60, CancelReason.REQUESTED));
    return week;
  }

  /** Two days of one event each, so that every byte can be tried. */
  private static List<JournalEntry> shortWeek() {
    final List<JournalEntry> week = new ArrayList<>();
    add(week, "2025-03-14T10:00:00Z", new Event.AccountOpened(1000, 10, AccountKind.CLIENT, 1));
    add(week, "2025-03-15T00:00:00Z", new Event.DailySettled(20_161));
    return week;
  }

  private static void add(List<JournalEntry> week, String time, Event event) {
    final long nanos = Instant.parse(time).getEpochSecond() * 1_000_000_000L;
    week.add(new JournalEntry(week.size() + 1, nanos, 3, 77, true, event));
  }

  private static Instrument instrument() {
    return new Instrument(
        7,
        "suez-w12",
        "Suez",
        new Contract.Binary(),
        "suez",
        0,
        604_800_000_000_000L,
        TickTable.uniform(0, 5_000),
        FeeSchedule.FREE,
        500_000,
        1_000,
        10_000,
        "a".repeat(64));
  }
}
