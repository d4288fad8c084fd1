package com.ballastmarkets.app.demo;

import static com.ballastmarkets.app.client.FixClient.text;

import com.ballastmarkets.app.RunningVenue;
import com.ballastmarkets.app.VenueConfig;
import com.ballastmarkets.app.client.FixClient;
import com.ballastmarkets.app.client.RestClient;
import com.ballastmarkets.backoffice.reconciliation.Reconciliation;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.instrument.MarketState;
import com.ballastmarkets.domain.money.Micros;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import quickfix.Message;

/**
 * One trading week, from the listing to the money: every order goes through a FIX or REST socket,
 * time passes by the operator's request, and what is left can be checked by anyone.
 */
public final class Rehearsal {
  private static final int CHAPTERS = 9;
  private static final Duration DAY = Duration.ofDays(1);

  private final RehearsalPlan plan;
  private final Path out;
  private final Story story;
  private final RunningVenue venue;
  private final JournalWatch journal;
  private final Cast cast;
  private final RestClient operator;

  private Rehearsal(
      RehearsalPlan plan,
      Path out,
      Story story,
      RunningVenue venue,
      JournalWatch journal,
      Cast cast) {
    this.plan = plan;
    this.out = out;
    this.story = story;
    this.venue = venue;
    this.journal = journal;
    this.cast = cast;
    this.operator = cast.staff("operator");
  }

  /**
   * Rehearses the plan on a venue of its own, and leaves reports, audit export and bundles in
   * {@code out}.
   *
   * @throws IllegalStateException if the venue does not do what the story says
   */
  public static void run(RehearsalPlan plan, Path out, PrintWriter printer) throws IOException {
    final Path folder = Files.createTempDirectory("ballast-demo");
    final Story story = new Story(printer, CHAPTERS);
    printer.println("Ballast: a trading week in under a minute.");
    story.chapter("A venue of its own starts");
    final VenueConfig config =
        new VenueConfig(folder, 0, 0, null, plan.beginAt(), 1_000_000, plan.telemetry());
    try (RunningVenue venue = RunningVenue.start(config, story::say);
        JournalWatch journal = new JournalWatch(venue.port());
        Cast cast = new Cast(venue.sandboxFile(), venue.httpPort(), venue.fixPort())) {
      new Rehearsal(plan, out, story, venue, journal, cast).tell();
    } finally {
      delete(folder);
    }
  }

  private void tell() throws IOException {
    Files.createDirectories(out);
    listed();
    traded();
    daysPass();
    story.chapter("E + 24 h: the snapshot, and a provisional value");
    snapshotIsTaken(plan.headline());
    disputed();
    snapshotIsTaken(plan.other());
    settled();
    final Leftovers leftovers = new Leftovers(plan, venue, cast, out, story);
    leftovers.reports();
    leftovers.audit();
    leftovers.proof();
    story.end("Done. Everything is in %s.", out.toAbsolutePath().normalize());
  }

  private void listed() {
    story.say(
        "REST on port %d, FIX on port %d, four funded firms, venue time %s.",
        venue.httpPort(), venue.fixPort(), plan.beginAt());
    story.chapter("The calendar lists its markets");
    for (RehearsalPlan.Contract contract : plan.contracts()) {
      journal.await(
          Event.MarketStateChanged.class,
          changed ->
              symbol(changed.marketId()).equals(contract.symbol())
                  && changed.to() == MarketState.CONTINUOUS,
          contract.symbol() + " opens");
    }
    final RestClient anyone = cast.rest(cast.account(2));
    final JsonNode market = anyone.get("/v1/markets/" + plan.headline().symbol()).ok();
    story.say(
        "%d markets on twelve places; we follow two of them:",
        journal.all(Event.MarketListed.class).size());
    story.say("%s  (%s)", plan.headline().symbol(), market.path("name").asText());
    story.say("  its rules are pinned by SHA-256 %s", market.path("rules_hash").asText());
    story.say("%s", plan.other().symbol());
    if (plan.telemetry() == null) {
      story.say("Telemetry here is SYNTHETIC, and every page says so.");
    }
  }

  private void traded() {
    story.chapter("Institutions trade over FIX, a retail desk over REST");
    final String market = plan.headline().symbol();
    final FixClient maker = cast.fix(cast.account(3), "FIXT.1.1");
    final FixClient alpha = cast.fix(cast.account(0), "FIX.4.4");
    final RestClient borealis = cast.rest(cast.account(1));

    maker.awaitReport(maker.order(market, true, 5_000, "0.85"), '0');
    maker.awaitReport(maker.order(market, false, 5_000, "0.89"), '0');
    story.say("delta-mm quotes 0.85 / 0.89, 5,000 lots a side (FIX 5.0 SP2)");

    final String bid = alpha.order(market, true, 1_000, "0.87");
    alpha.awaitReport(bid, '0');
    story.say("alpha bids 0.87 for 1,000 lots (FIX 4.4): report 150=0, New");

    final JsonNode sale =
        borealis
            .post(
                "/v1/orders",
                Map.of(
                    "market_id",
                    market,
                    "side",
                    "sell",
                    "type",
                    "limit",
                    "price",
                    "0.87",
                    "size",
                    400))
            .ok();
    story.say(
        "borealis sells 400 at 0.87 (REST): %s, filled %s",
        sale.path("status").asText(), sale.path("filled_size").asText());
    final Message fill = alpha.awaitReport(bid, '1');
    story.say(
        "alpha's report: 150=F, 400 at %s, %s left (17=%s)",
        text(fill, 31), text(fill, 151), text(fill, 17));
    alpha.awaitReport(alpha.cancel(bid, market, true), '4');
    story.say("alpha cancels the rest");

    buy(2, market, "0.89", 100);
    story.say("cormorant lifts the offer, 100 at 0.89 (REST): the mark follows");

    other(maker);
    final JsonNode refused =
        borealis
            .post(
                "/v1/orders",
                Map.of(
                    "market_id",
                    market,
                    "side",
                    "buy",
                    "type",
                    "limit",
                    "price",
                    "0.8712",
                    "size",
                    10))
            .body();
    story.say("a price off the grid is refused: %s", refused.path("error").path("code").asText());
    balance("alpha", 0);
    balance("borealis", 1);
  }

  private void other(FixClient maker) {
    final String market = plan.other().symbol();
    maker.awaitReport(maker.order(market, false, plan.otherLots(), plan.otherPrice()), '0');
    story.say(
        "cormorant buys %d lots of %s at %s (REST): %s",
        plan.otherLots(),
        market,
        plan.otherPrice(),
        buy(2, market, plan.otherPrice(), plan.otherLots()));
  }

  private String buy(int account, String market, String price, long lots) {
    return cast.rest(cast.account(account))
        .post(
            "/v1/orders",
            Map.of(
                "market_id", market, "side", "buy", "type", "limit", "price", price, "size", lots))
        .ok()
        .path("status")
        .asText();
  }

  private void balance(String name, int account) {
    final JsonNode balance = cast.rest(cast.account(account)).get("/v1/account/balance").ok();
    story.say(
        "%-9s total %s, reserved %s, available %s USDC",
        name,
        amount(balance, "total_balance"),
        amount(balance, "reserved"),
        amount(balance, "available"));
  }

  private static String amount(JsonNode body, String field) {
    return Micros.formatMoney(Micros.of(body.path(field).decimalValue()));
  }

  private void daysPass() {
    story.chapter("Days pass; variation is paid at 00:00 UTC");
    LocalDate day = LocalDate.ofInstant(plan.beginAt(), ZoneOffset.UTC);
    while (day.isBefore(plan.headline().expiry())) {
      final long ended = day.toEpochDay();
      day = day.plusDays(1);
      advanceTo(day.atStartOfDay(ZoneOffset.UTC).toInstant());
      journal.await(
          Event.DailySettled.class,
          settled -> settled.epochDay() == ended,
          "the variation of " + LocalDate.ofEpochDay(ended));
    }
    final long paid =
        journal.all(Event.CashMoved.class).stream()
            .filter(moved -> moved.reason() == CashReason.VARIATION && moved.amountMicros() > 0)
            .mapToLong(Event.CashMoved::amountMicros)
            .sum();
    story.say("%s USDC of variation went from losers to winners", Micros.formatMoney(paid));
    story.say("%s: E is reached, trading stops", plan.headline().expiry());
  }

  private void snapshotIsTaken(RehearsalPlan.Contract contract) {
    advanceTo(contract.expiryInstant().plus(DAY));
    final Event.ProvisionalPublished published =
        journal.await(
            Event.ProvisionalPublished.class,
            event -> symbol(event.marketId()).equals(contract.symbol()),
            "the provisional value of " + contract.symbol());
    final JsonNode settlement = operator.get("/v1/settlements/" + contract.symbol()).ok();
    story.say(
        "%s settles provisionally to %s",
        contract.symbol(), Micros.format(published.valueMicros()));
    story.say("  %s", settlement.path("evidence").path("summary").asText());
    story.say("  leaf %d of the log, evidence %s", published.leafIndex(), published.evidenceHash());
  }

  private void disputed() {
    story.chapter("A holder disputes within 48 hours; the arbitrator rules");
    final String market = plan.headline().symbol();
    final JsonNode dispute =
        cast.rest(cast.account(0))
            .post(
                "/v1/settlements/" + market + "/disputes",
                Map.of(
                    "reason",
                    "Two northbound transits are dated a day late",
                    "evidence",
                    "Port log, pages 3 and 4"))
            .ok();
    story.say(
        "alpha posts a bond of %s USDC: dispute %s",
        amount(dispute, "bond"), dispute.path("dispute_id").asText());
    cast.staff("arbitrator")
        .post(
            "/v1/staff/disputes/" + dispute.path("dispute_id").asText() + "/ruling",
            Map.of(
                "ruling",
                "uphold",
                "reason",
                "The window's sum is unchanged by the shift of a day",
                "attests_no_position",
                true))
        .ok();
    story.say("the arbitrator upholds the value; the bond goes to the insurance fund");
  }

  private void settled() {
    story.chapter("E + 72 h: final, and paid");
    for (RehearsalPlan.Contract contract : plan.contracts()) {
      final Instant due = contract.expiryInstant().plus(DAY.multipliedBy(3));
      advanceTo(due);
      final Event.MarketSettled settled =
          journal.await(
              Event.MarketSettled.class,
              event -> symbol(event.marketId()).equals(contract.symbol()),
              "the settlement of " + contract.symbol());
      story.say("%s is final at %s", contract.symbol(), Micros.format(settled.valueMicros()));
      journal.all(Event.CashMoved.class).stream()
          .filter(moved ->
              moved.marketId() == settled.marketId() && moved.reason() == CashReason.SETTLEMENT)
          .forEach(moved ->
              story.say(
                  "  account %d: %+,d lots, %s USDC",
                  moved.accountId(), moved.lots(), Micros.formatMoney(moved.amountMicros())));
    }
    balance("alpha", 0);
    balance("borealis", 1);
    awaitBooks();
    final Reconciliation.Result reconciliation = venue.reconcile();
    if (!reconciliation.isClean()) {
      throw new IllegalStateException("the books do not agree: " + reconciliation.breaks());
    }
    story.say(
        "engine, ledger and custody agree: %d figures compared, no break",
        reconciliation.compared());
  }

  private void awaitBooks() {
    final long target = journal.lastSequence();
    final long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (venue.ledgerPosition() < target) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the ledger did not catch up");
      }
      Thread.onSpinWait();
    }
  }

  private void advanceTo(Instant time) {
    if (venue.office().venueTime().isBefore(time)) {
      operator.post("/v1/staff/clock", Map.of("advance_to", time.toString())).ok();
    }
  }

  private String symbol(int marketId) {
    return journal.all(Event.MarketListed.class).stream()
        .filter(listed -> listed.instrument().marketId() == marketId)
        .map(listed -> listed.instrument().symbol())
        .findFirst()
        .orElse("");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
