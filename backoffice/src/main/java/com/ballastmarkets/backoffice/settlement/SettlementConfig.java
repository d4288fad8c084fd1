package com.ballastmarkets.backoffice.settlement;

import com.ballastmarkets.backoffice.limit.LimitPolicy;
import com.ballastmarkets.clearing.maker.MakerProgramme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How the settlement office runs.
 *
 * @param dataFolder holds {@code keys/} and {@code settlements/}
 * @param listAutomatically whether the calendar's weeks and months are listed by themselves
 * @param synthetic whether telemetry is made up where no real source is: sandbox only
 * @param syntheticSeed one seed, one made-up history
 * @param origin the log's name on its checkpoints
 * @param attestors names of the attestors that run in this process
 * @param instanceId of this node in Quartz's cluster, the same after a restart
 * @param period how often each calendar step looks, in real time
 * @param codeVersion written into every snapshot
 * @param limits what position limits are made from
 * @param makers terms of the maker programme
 */
public record SettlementConfig(
    Path dataFolder,
    boolean listAutomatically,
    boolean synthetic,
    long syntheticSeed,
    String origin,
    List<String> attestors,
    String instanceId,
    Duration period,
    String codeVersion,
    LimitPolicy limits,
    MakerProgramme makers) {

  public SettlementConfig {
    attestors = List.copyOf(attestors);
  }

  /** A sandbox: made-up telemetry, automatic listing, three attestors of its own. */
  public static SettlementConfig sandbox(Path dataFolder) {
    return new SettlementConfig(
        dataFolder,
        true,
        true,
        2026,
        "sandbox.ballastmarkets.com/settlement-log",
        List.of(
            "sandbox.ballastmarkets.com/attestor-one",
            "sandbox.ballastmarkets.com/attestor-two",
            "sandbox.ballastmarkets.com/attestor-three"),
        "backoffice-1",
        Duration.ofSeconds(5),
        version(),
        LimitPolicy.standard(),
        MakerProgramme.standard());
  }

  /** The same without automatic listing. */
  public SettlementConfig withoutListing() {
    return new SettlementConfig(
        dataFolder,
        false,
        synthetic,
        syntheticSeed,
        origin,
        attestors,
        instanceId,
        period,
        codeVersion,
        limits,
        makers);
  }

  /** The same with limits made from other terms. */
  public SettlementConfig withLimits(LimitPolicy policy) {
    return new SettlementConfig(
        dataFolder,
        listAutomatically,
        synthetic,
        syntheticSeed,
        origin,
        attestors,
        instanceId,
        period,
        codeVersion,
        policy,
        makers);
  }

  private static String version() {
    String version = SettlementConfig.class.getPackage().getImplementationVersion();
    return "ballast " + (version == null ? "0.1.0-SNAPSHOT" : version);
  }
}
