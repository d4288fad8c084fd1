package com.ballastmarkets.app.cli;

import com.ballastmarkets.bench.alloc.AllocationBench;
import com.ballastmarkets.bench.book.BookBench;
import com.ballastmarkets.bench.book.Shape;
import com.ballastmarkets.bench.durable.DurableBench;
import com.ballastmarkets.bench.engine.EngineBench;
import com.ballastmarkets.bench.engine.EngineSetup;
import com.ballastmarkets.bench.engine.MarketsBench;
import com.ballastmarkets.bench.fix.FixBench;
import com.ballastmarkets.bench.ledger.LedgerBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a benchmark: each prints ratios against a peer that is measured in the same run. */
@Command(
    name = "bench",
    description = "Runs a benchmark; see docs/benchmarks.md.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME")
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets spec before anything is called
  BenchCommand() {}

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  @Command(
      name = "book",
      description = "The order book on workloads of the public benchmark, beside a textbook book.",
      mixinStandardHelpOptions = true)
  int book(
      @Option(
              names = "--workload",
              paramLabel = "FILE",
              description = "A file of the public benchmark, packed or not. May be repeated.")
          List<Path> workloads,
      @Option(
              names = "--shape",
              description =
                  "Without files: ${COMPLETION-CANDIDATES}; all of them if none is named.")
          List<Shape> shapes,
      @Option(names = "--seed", defaultValue = "1", description = "Of the shapes.") long seed,
      @Option(names = "--messages", defaultValue = "1000000", description = "Of a shape.")
          int messages)
      throws Exception {
    final BookBench bench = new BookBench(System.out);
    final boolean correct;
    try {
      correct =
          workloads != null
              ? bench.run(workloads)
              : bench.run(shapes == null ? List.of(Shape.values()) : shapes, seed, messages);
    } catch (IOException e) {
      System.err.println("ballast: " + e.getMessage());
      return 65;
    }
    return correct ? 0 : 1;
  }

  @Command(
      name = "engine",
      description = "The engine with margin, positions and fees on one thread.",
      mixinStandardHelpOptions = true)
  void engine(
      @Option(names = "--accounts", defaultValue = "1000") int accounts,
      @Option(names = "--markets", defaultValue = "1") int markets,
      @Option(names = "--resting", defaultValue = "1000", description = "Orders, in all markets.")
          int resting,
      @Option(names = "--commands", defaultValue = "3000000") int commands,
      @Option(names = "--seed", defaultValue = "1") long seed,
      @Option(names = "--client-ids", description = "Orders carry client order ids.")
          boolean clientIds,
      @Option(
              names = "--liquidations",
              description = "While accounts are liquidated, beside the same while they are not.")
          boolean liquidations)
      throws Exception {
    final EngineBench bench = new EngineBench(System.out);
    final EngineSetup setup =
        new EngineSetup(accounts, markets, resting, commands, seed, clientIds);
    if (liquidations) {
      bench.liquidations(setup);
    } else {
      bench.run(setup);
    }
  }

  @Command(
      name = "scale",
      description = "The cost of a command at 100,000 accounts and 2,000 markets against few.",
      mixinStandardHelpOptions = true)
  void scale(
      @Option(names = "--commands", defaultValue = "400000") int commands,
      @Option(
              names = "--resting",
              defaultValue = "100",
              description = "Orders in each market, in both; 500 are a million in the large one.")
          int resting,
      @Option(names = "--seed", defaultValue = "1") long seed)
      throws Exception {
    new EngineBench(System.out)
        .scale(
            EngineSetup.small(seed, commands, resting), EngineSetup.large(seed, commands, resting));
  }

  @Command(
      name = "ledger",
      description = "Ledger rows from the journal, beside bare COPY into the same server.",
      mixinStandardHelpOptions = true)
  void ledger() throws Exception {
    new LedgerBench(System.out).run();
  }

  @Command(
      name = "markets",
      description = "Memory and rate of 2,000 markets with a million resting orders.",
      mixinStandardHelpOptions = true)
  void markets(
      @Option(names = "--accounts", defaultValue = "10000") int accounts,
      @Option(names = "--markets", defaultValue = "2000") int markets,
      @Option(names = "--resting", defaultValue = "1000000") int resting,
      @Option(names = "--commands", defaultValue = "1000000") int commands,
      @Option(names = "--seed", defaultValue = "1") long seed,
      @Option(names = "--client-ids", description = "Orders carry client order ids.")
          boolean clientIds) {
    new MarketsBench(System.out)
        .run(new EngineSetup(accounts, markets, resting, commands, seed, clientIds));
  }

  @Command(
      name = "alloc",
      description = "Bytes allocated for an order, a cancel, a replace and a trade (JMH).",
      mixinStandardHelpOptions = true)
  void alloc() throws RunnerException {
    AllocationBench.run();
  }

  @Command(
      name = "replay",
      description = "The replay of the log beside the live rate, and beside the engine alone.",
      mixinStandardHelpOptions = true)
  void replay() throws Exception {
    new DurableBench(System.out).replay();
  }

  @Command(
      name = "fix",
      description = "Orders over FIX, beside a bare QuickFIX/J echo.",
      mixinStandardHelpOptions = true)
  void fix() throws Exception {
    new FixBench(System.out).run();
  }

  @Command(
      name = "durable",
      description = "Commands through the synced log, beside a raw echo; replay of the log.",
      mixinStandardHelpOptions = true)
  void durable() throws Exception {
    new DurableBench(System.out).run();
  }
}
