package com.ballastmarkets.app.certify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs every case in both profiles, one after the other. */
public final class Certification {
  private static final List<String> PROFILES = List.of("FIX.4.4", "FIXT.1.1");

  private final Target target;
  private final @Nullable Path transcripts;
  private final Consumer<CaseResult> progress;

  /**
   * @param transcripts where the messages of each case are written; null if they are not wanted
   * @param progress is told each result as it is there
   */
  public Certification(Target target, @Nullable Path transcripts, Consumer<CaseResult> progress) {
    this.target = target;
    this.transcripts = transcripts;
    this.progress = progress;
  }

  private static List<Case> cases() {
    return Stream.of(
            OrderCases.all(),
            OrderTypeCases.all(),
            QuoteCases.all(),
            ConnectionCases.all(),
            SessionLayerCases.all(),
            DropCopyCases.all(),
            ComboCases.all(),
            SettlementCases.all(),
            MarketCases.all())
        .flatMap(List::stream)
        .sorted((a, b) -> Integer.compare(order(a), order(b)))
        .toList();
  }

  /** Points in order, but for what changes the venue for good: that comes last. */
  private static int order(Case each) {
    return each.title().equals(SettlementCases.TITLE)
        ? 98
        : each.title().startsWith("f when") ? 99 : each.point();
  }

  /**
   * Runs all cases.
   *
   * @throws IOException if the venue cannot be reached, or a transcript not be written
   */
  public List<CaseResult> run() throws IOException {
    final List<CaseResult> results = new ArrayList<>();
    for (final Case each : cases()) {
      for (final String profile : PROFILES) {
        final CaseResult result = run(each, profile);
        results.add(result);
        progress.accept(result);
      }
    }
    return results;
  }

  private CaseResult run(Case each, String profile) throws IOException {
    final Ground ground;
    try {
      ground = Ground.find(target);
    } catch (NotApplicable e) {
      return new CaseResult(
          each.point(),
          each.title(),
          profile,
          CaseResult.Outcome.NOT_APPLICABLE,
          String.valueOf(e.getMessage()),
          List.of());
    }
    try (Script script = new Script(target, profile, ground)) {
      CaseResult.Outcome outcome = CaseResult.Outcome.PASS;
      String reason = "";
      try {
        each.body().run(script);
      } catch (NotApplicable e) {
        outcome = CaseResult.Outcome.NOT_APPLICABLE;
        reason = String.valueOf(e.getMessage());
      } catch (Unexpected e) {
        script.failed(e);
        outcome = CaseResult.Outcome.FAIL;
      } catch (IOException | RuntimeException e) {
        script.failed(new Unexpected("an answer", e.toString()));
        outcome = CaseResult.Outcome.FAIL;
      }
      if (outcome == CaseResult.Outcome.FAIL) {
        cleanUp(script);
      }
      write(each, profile, script);
      return new CaseResult(
          each.point(), each.title(), profile, outcome, reason, List.copyOf(script.steps()));
    }
  }

  /** A case that broke off may have left orders that the next ones would meet. */
  private static void cleanUp(Script script) {
    for (int account = 0; account < 2; account++) {
      try (WireClient client = script.connect(account, "BALLAST-OE")) {
        client.logon("141=Y");
        client.send("q", "11=" + Ground.id() + "|530=7|60=" + WireClient.time(0));
        client.await("35=r", m -> m.type().equals("r"));
      } catch (IOException | RuntimeException e) {
        // The next case looks for a market with an empty book anyway.
        continue;
      }
    }
  }

  private void write(Case each, String profile, Script script) throws IOException {
    if (transcripts == null) {
      return;
    }
    Files.createDirectories(transcripts);
    final String name =
        "%02d-%s-%s.log"
            .formatted(
                each.point(),
                each.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                profile);
    final StringBuilder text = new StringBuilder();
    synchronized (script.transcript()) {
      for (final String line : script.transcript()) {
        final int first = line.indexOf(WireMessage.SOH);
        text.append(line, 0, first)
            .append(
                line.substring(first + 1)
                    .replaceAll("(?<=\u0001)96=[^\u0001]*", "96=***")
                    .replace(WireMessage.SOH, '|'))
            .append('\n');
      }
    }
    Files.writeString(transcripts.resolve(name), text, StandardCharsets.UTF_8);
  }
}
