package com.ballastmarkets.app.demo;

import com.ballastmarkets.app.RunningVenue;
import com.ballastmarkets.app.client.RestClient;
import com.ballastmarkets.oracle.verify.OfflineVerifier;
import com.ballastmarkets.oracle.verify.Verification;
import com.ballastmarkets.protocol.port.JournalEntry;
import com.ballastmarkets.protocol.port.JournalFeed;
import com.ballastmarkets.reports.Format;
import com.ballastmarkets.reports.ReportPrinter;
import com.ballastmarkets.reports.audit.AuditExport;
import com.ballastmarkets.reports.audit.AuditVerdict;
import com.ballastmarkets.reports.audit.AuditVerifier;
import com.ballastmarkets.reports.desk.ReportDesk;
import com.ballastmarkets.reports.settlement.SettlementReport;
import com.ballastmarkets.reports.statement.AccountStatement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a rehearsal leaves behind: reports, audit export, proof bundles. */
final class Leftovers {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final RehearsalPlan plan;
  private final RunningVenue venue;
  private final Cast cast;
  private final Path out;
  private final Story story;

  Leftovers(RehearsalPlan plan, RunningVenue venue, Cast cast, Path out, Story story) {
    this.plan = plan;
    this.venue = venue;
    this.cast = cast;
    this.out = out;
    this.story = story;
  }

  /** Settlement reports and account statements, each as PDF, XLSX and CSV. */
  void reports() throws IOException {
    story.chapter("The back office prints");
    final Path folder = Files.createDirectories(out.resolve("reports"));
    final ReportPrinter printer = new ReportPrinter();
    final ReportDesk desk = venue.reports();
    for (RehearsalPlan.Contract contract : plan.contracts()) {
      final SettlementReport report = desk.settlementReport(contract.symbol());
      for (Format format : Format.values()) {
        try (OutputStream file = open(folder, "settlement-" + contract.symbol(), format)) {
          printer.print(report, format, file);
        }
      }
    }
    final LocalDate from = LocalDate.ofInstant(plan.beginAt(), ZoneOffset.UTC);
    final LocalDate to = LocalDate.ofInstant(venue.office().venueTime(), ZoneOffset.UTC);
    for (int account = 0; account < 4; account++) {
      final long accountId = cast.account(account).path("account_id").asLong();
      final AccountStatement statement = desk.accountStatement(accountId, from, to);
      final String name = "statement-" + cast.account(account).path("name").asText();
      for (Format format : Format.values()) {
        try (OutputStream file = open(folder, name, format)) {
          printer.print(statement, format, file);
        }
      }
    }
    story.say("two settlement reports and four account statements, as PDF, XLSX and CSV");
    story.say("  %s", folder);
  }

  private static OutputStream open(Path folder, String name, Format format) throws IOException {
    return Files.newOutputStream(folder.resolve(name + "." + format.extension()));
  }

  /** The whole journal by trading day, chained by hashes. */
  void audit() throws IOException {
    final Path folder = out.resolve("audit");
    delete(folder);
    final AuditExport.Written written;
    try (JournalPages pages = new JournalPages()) {
      written = AuditExport.write("Ballast sandbox", pages, folder);
    }
    story.say("the audit export: %d days, hash-chained", written.days().size());
    story.say("  %s, root %s", folder, written.root());
    if (!(AuditVerifier.verify(folder) instanceof AuditVerdict.Intact)) {
      throw new IllegalStateException("the audit export does not verify");
    }
  }

  /** The journal up to its present end, as an iterator. */
  private final class JournalPages implements Iterator<JournalEntry>, AutoCloseable {
    private final BlockingQueue<JournalEntry> queue = new LinkedBlockingQueue<>();
    private final long last = venue.ledgerPosition();
    private final JournalFeed feed;
    private long taken;

    JournalPages() {
      this.feed = venue.port().read(0, "audit", queue::add);
    }

    @Override
    public boolean hasNext() {
      return taken < last;
    }

    @Override
    public JournalEntry next() {
      try {
        final JournalEntry entry = queue.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (entry == null) {
          throw new IllegalStateException("the journal ends at " + taken + " before " + last);
        }
        taken = entry.sequence();
        return entry;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }

    @Override
    public void close() {
      feed.close();
    }
  }

  void proof() throws IOException {
    story.chapter("Anyone checks the settlement, offline");
    final Path folder = Files.createDirectories(out.resolve("settlements"));
    final RestClient anyone = cast.rest(cast.account(2));
    for (RehearsalPlan.Contract contract : plan.contracts()) {
      Files.write(folder.resolve(contract.symbol() + ".json"), bundle(anyone, contract.symbol()));
    }
    final Path bundle = folder.resolve(plan.headline().symbol() + ".json");
    final OfflineVerifier verifier = new OfflineVerifier(List.of());
    final Verification verification = verifier.verify(bundle);
    if (!verification.isOk()) {
      throw new IllegalStateException("the bundle does not verify: " + verification.report());
    }
    verification.report().lines().forEach(line -> story.say("%s", line));
    final byte[] changed = Files.readAllBytes(bundle);
    changed[changed.length / 2] ^= 1;
    if (verifier.verify(changed).isOk()) {
      throw new IllegalStateException("a changed bundle was accepted");
    }
    story.say("with one bit changed it is refused");
    story.say("check it yourself: ./ballast verify %s", bundle);
  }

  /** The bundle is published shortly after the market has settled. */
  private static byte[] bundle(RestClient anyone, String symbol) {
    final String target = "/v1/settlements/" + symbol + "/bundle";
    final long deadline = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      if (anyone.get(target).status() == 200) {
        return anyone.download(target);
      }
      Thread.yield();
    }
    throw new IllegalStateException("the bundle of " + symbol + " was not published");
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
