package com.ballastmarkets.app.cli;

import com.ballastmarkets.clearing.maker.MakerPool;
import com.ballastmarkets.clearing.maker.MakerProgramme;
import com.ballastmarkets.clearing.maker.MakerProgramme.Product;
import com.ballastmarkets.clearing.maker.MakerScores;
import com.ballastmarkets.clearing.maker.RewardWeek;
import com.ballastmarkets.domain.account.SystemAccounts;
import com.ballastmarkets.domain.event.CashReason;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.reports.audit.AuditJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Computes a week of the maker programme again, from a published journal alone. */
@Command(
    name = "makers",
    description =
        "Computes the makers' scores and rewards of a week from the journal of an audit export, and"
            + " compares them with what was paid in it. Exit 0 if they agree.",
    mixinStandardHelpOptions = true)
final class MakersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--journal",
      required = true,
      paramLabel = "PATH",
      description =
          "The folder of an audit export that begins with the venue, or one journal.jsonl.")
  private Path journal;

  @Option(
      names = "--week",
      required = true,
      paramLabel = "WEEK",
      description = "An ISO week: 2026-W47.")
  private String week;

  /** What was moved under each reference, by account. */
  private final Map<String, SortedMap<Long, Long>> paid = new HashMap<>();

  @SuppressWarnings("NullAway.Init") // picocli sets spec and parameters before anything is called
  MakersCommand() {}

  @Override
  public Integer call() throws IOException {
    final RewardWeek of = week();
    final PrintWriter out = spec.commandLine().getOut();
    final MakerProgramme programme = MakerProgramme.standard();
    final MakerScores scores = new MakerScores(programme);
    final long[] first = new long[1];
    final long events =
        AuditJournal.read(
            journal,
            (sequence, time, event) -> {
              first[0] = first[0] == 0 ? sequence : first[0];
              scores.on(time, event);
              note(event);
            });
    if (events > 0) {
      scores.advanceTo(Math.min(scores.timeNanos(), of.endNanos() - 1));
    }
    out.println("%s: %d events".formatted(of, events));
    if (first[0] > 1) {
      out.println(
          "the journal begins with event %d: orders from before it do not count"
              .formatted(first[0]));
    }
    if (scores.timeNanos() < of.endNanos()) {
      out.println("the journal ends before the week does: scores so far");
    }
    boolean agrees = true;
    for (Map.Entry<Product, SortedMap<Long, BigInteger>> each : scores.of(of).entrySet()) {
      agrees &= compare(out, of, each.getKey(), each.getValue(), programme.of(each.getKey()));
    }
    if (scores.of(of).isEmpty()) {
      out.println("nobody has scored");
    }
    out.flush();
    return agrees ? 0 : 1;
  }

  private RewardWeek week() {
    try {
      return RewardWeek.parse(week);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void note(Event event) {
    if (event instanceof Event.CashMoved moved
        && moved.reason() == CashReason.MAKER_REWARD
        && moved.accountId() != SystemAccounts.HOUSE) {
      paid.computeIfAbsent(moved.reference(), _ -> new TreeMap<>())
          .merge(moved.accountId(), moved.amountMicros(), Long::sum);
    }
  }

  /** The pool is what was paid: whether it was split as the scores say is what can be told. */
  private boolean compare(
      PrintWriter out,
      RewardWeek of,
      Product product,
      SortedMap<Long, BigInteger> scores,
      MakerProgramme.Terms terms) {
    final SortedMap<Long, Long> moved =
        paid.getOrDefault(MakerProgramme.reference(of, product), new TreeMap<>());
    final long total = moved.values().stream().mapToLong(amount -> amount).sum();
    final SortedMap<Long, Long> expected =
        MakerPool.split(moved.isEmpty() ? terms.poolMicros() : total, scores);
    final boolean agrees = moved.isEmpty() || moved.equals(expected);
    out.println(
        "%s  pool %s  %s"
            .formatted(
                product,
                Micros.formatMoney(moved.isEmpty() ? terms.poolMicros() : total),
                moved.isEmpty()
                    ? "not paid in this journal"
                    : agrees ? "paid so" : "PAID OTHERWISE"));
    scores.forEach((account, score) ->
        out.println(
            "  account %d  score %s  reward %s%s"
                .formatted(
                    account,
                    MakerScores.shown(score, terms.depthMicros()),
                    Micros.formatMoney(expected.getOrDefault(account, 0L)),
                    agrees
                        ? ""
                        : "  paid " + Micros.formatMoney(moved.getOrDefault(account, 0L)))));
    return agrees;
  }
}
