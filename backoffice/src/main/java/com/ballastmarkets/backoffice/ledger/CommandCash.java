package com.ballastmarkets.backoffice.ledger;

import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.protocol.port.JournalEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cash movements of one command, made into journals at its end.
 *
 * <p>The engine's movements sum to zero over a command, not over an event. Those with the same
 * reason, time, market and reference make one journal. Where such sets do not sum to zero by
 * themselves (the house is told its fees once per market, not per trade), those of the same market
 * do, or else all of the same reason and time. What then still does not is an error of the
 * engine's, and stops the ledger.
 */
final class CommandCash {
  private final List<Line> lines = new ArrayList<>();
  private long settledTimeNanos = Long.MIN_VALUE;
  private long settledEpochDay;

  /** One event's postings: its own side, and the other side if its rule has one. */
  private record Line(PostingRule rule, long timeNanos, List<Posting> postings) {
    Posting own() {
      return postings.getFirst();
    }
  }

  /** What makes movements one journal; market 0 and an empty reference are any. */
  private record Set(PostingRule rule, long timeNanos, int marketId, String reference) {}

  void moved(JournalEntry entry, Event.CashMoved event) {
    if (event.amountMicros() != 0) {
      PostingRule rule = PostingRule.of(event.reason());
      add(entry, rule, event.accountId(), event.amountMicros(), event.reference(), event);
    }
  }

  void reserved(JournalEntry entry, Event.WithdrawalReserved event) {
    add(
        entry,
        PostingRule.WITHDRAWAL_RESERVED,
        event.accountId(),
        Math.negateExact(event.amountMicros()),
        event.reference(),
        null);
  }

  void released(JournalEntry entry, Event.WithdrawalReleased event) {
    add(
        entry,
        PostingRule.WITHDRAWAL_RELEASED,
        event.accountId(),
        event.amountMicros(),
        event.reference(),
        null);
  }

  /** Variation of the same moment belongs to the day that ended. */
  void settled(JournalEntry entry, Event.DailySettled event) {
    settledTimeNanos = entry.timeNanos();
    settledEpochDay = event.epochDay();
  }

  private void add(
      JournalEntry entry,
      PostingRule rule,
      long accountId,
      long gainMicros,
      String reference,
      Event.@Nullable CashMoved cause) {
    ChartLine own = rule.lineOf(accountId);
    long credit = Math.negateExact(gainMicros);
    Posting posting = new Posting(entry.sequence(), own, accountId, credit, reference, cause);
    ChartLine otherSide = rule.otherSide();
    List<Posting> postings =
        otherSide == null
            ? List.of(posting)
            : List.of(
                posting,
                new Posting(entry.sequence(), otherSide, accountId, gainMicros, reference, cause));
    lines.add(new Line(rule, entry.timeNanos(), postings));
  }

  /** The journals of the command, in the order of their first events; forgets the command. */
  List<Journal> endCommand() {
    if (lines.isEmpty()) {
      settledTimeNanos = Long.MIN_VALUE;
      return List.of();
    }
    List<Journal> journals = new ArrayList<>();
    for (List<Line> all : group(lines, CommandCash::ofRule).values()) {
      for (List<Line> ofMarket : split(all, CommandCash::ofMarket)) {
        split(ofMarket, CommandCash::ofReference).forEach(set -> journals.add(journal(set)));
      }
    }
    journals.sort(Comparator.comparingLong(Journal::sequence));
    lines.clear();
    settledTimeNanos = Long.MIN_VALUE;
    return journals;
  }

  private static Set ofRule(Line line) {
    return new Set(line.rule, line.timeNanos, 0, "");
  }

  private static Set ofMarket(Line line) {
    Event.CashMoved cause = line.own().cause();
    return new Set(line.rule, line.timeNanos, cause == null ? 0 : cause.marketId(), "");
  }

  private static Set ofReference(Line line) {
    Set market = ofMarket(line);
    return new Set(market.rule, market.timeNanos, market.marketId, line.own().reference());
  }

  /** The lines in sets that each sum to zero, or as they are if they cannot be split so. */
  private static List<List<Line>> split(List<Line> lines, Function<Line, Set> by) {
    List<List<Line>> sets = List.copyOf(group(lines, by).values());
    return sets.stream().allMatch(set -> sum(set) == 0) ? sets : List.of(lines);
  }

  private Journal journal(List<Line> set) {
    PostingRule rule = set.getFirst().rule;
    long timeNanos = set.getFirst().timeNanos;
    long first = set.getFirst().own().eventSequence();
    long sum = sum(set);
    if (sum != 0) {
      throw new LedgerStoppedException(
          "the %s movements of the command at event %d sum to %d micro-USDC, not to zero"
              .formatted(rule, first, sum));
    }
    boolean ofTheEndedDay = rule == PostingRule.VARIATION && timeNanos == settledTimeNanos;
    return new Journal(
        first,
        rule,
        timeNanos,
        ofTheEndedDay ? settledEpochDay : Journal.epochDay(timeNanos),
        set.stream().flatMap(line -> line.postings().stream()).toList());
  }

  private static long sum(List<Line> set) {
    long sum = 0;
    for (Line line : set) {
      for (Posting posting : line.postings()) {
        sum = Math.addExact(sum, posting.amountMicros());
      }
    }
    return sum;
  }

  private static Map<Set, List<Line>> group(List<Line> lines, Function<Line, Set> by) {
    Map<Set, List<Line>> groups = new LinkedHashMap<>();
    for (Line line : lines) {
      groups.computeIfAbsent(by.apply(line), set -> new ArrayList<>()).add(line);
    }
    return groups;
  }
}
