package com.ballastmarkets.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.api.account.AccountJson;
import com.ballastmarkets.api.combo.ComboJson;
import com.ballastmarkets.api.exemption.ExemptionJson;
import com.ballastmarkets.api.fund.FundJson;
import com.ballastmarkets.api.ledger.BooksJson;
import com.ballastmarkets.api.liquidation.LiquidationJson;
import com.ballastmarkets.api.maker.MakerJson;
import com.ballastmarkets.api.margin.MarginJson;
import com.ballastmarkets.api.market.MarketJson;
import com.ballastmarkets.api.order.OrderJson;
import com.ballastmarkets.api.settlement.SettlementJson;
import com.ballastmarkets.api.staff.FixSessionResource;
import com.ballastmarkets.api.treasury.SettlementBatchJson;
import com.ballastmarkets.api.treasury.TreasuryJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is described is what is there. */
class DescriptionTest {

  @Test
  void everyOperationIsDescribedAndNoOther() throws IOException {
    final Set<String> described = new TreeSet<>();
    read("/api/openapi.json")
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(method ->
                    described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(described).isEqualTo(served());
  }

  @Test
  void everyFieldIsDescribedAndNoOther() throws IOException {
    final Map<String, Class<?>> shapes =
        Map.ofEntries(
            Map.entry("Market", MarketJson.Listing.class),
            Map.entry("MarketDetails", MarketJson.Details.class),
            Map.entry("OrderBook", MarketJson.Depth.class),
            Map.entry("Trade", MarketJson.Trade.class),
            Map.entry("Trades", MarketJson.Trades.class),
            Map.entry("Order", OrderJson.Order.class),
            Map.entry("Orders", OrderJson.Orders.class),
            Map.entry("Fill", OrderJson.Fill.class),
            Map.entry("Balance", AccountJson.Balance.class),
            Map.entry("Position", AccountJson.Position.class),
            Map.entry("Combo", ComboJson.Combo.class),
            Map.entry("ComboLeg", ComboJson.Leg.class),
            Map.entry("Combos", ComboJson.Combos.class),
            Map.entry("ComboDefined", ComboJson.Defined.class),
            Map.entry("Margin", MarginJson.Margin.class),
            Map.entry("UnderlyingMargin", MarginJson.Underlying.class),
            Map.entry("MarginScenario", MarginJson.Scenario.class),
            Map.entry("MarginInstrument", MarginJson.Instrument.class),
            Map.entry("WhatIf", MarginJson.WhatIf.class),
            Map.entry("OrderRefusal", MarginJson.Refusal.class),
            Map.entry("Liquidations", LiquidationJson.Liquidations.class),
            Map.entry("LiquidationPacket", LiquidationJson.Packet.class),
            Map.entry("LiquidationPosition", LiquidationJson.Input.class),
            Map.entry("LiquidationStep", LiquidationJson.Step.class),
            Map.entry("DeleveragingRanking", LiquidationJson.Ranking.class),
            Map.entry("DeleveragingRank", LiquidationJson.Rank.class),
            Map.entry("LiquidationFill", LiquidationJson.ForcedFill.class),
            Map.entry("HedgeExemption", ExemptionJson.Exemption.class),
            Map.entry("HedgeExemptions", ExemptionJson.Exemptions.class),
            Map.entry("MakerReward", MakerJson.Reward.class),
            Map.entry("MakerRewards", MakerJson.Rewards.class),
            Map.entry("Account", AccountJson.Profile.class),
            Map.entry("Settlement", SettlementJson.Line.class),
            Map.entry("SettlementDetails", SettlementJson.Details.class),
            Map.entry("SettlementSummary", SettlementJson.Summary.class),
            Map.entry("Evidence", SettlementJson.EvidenceJson.class),
            Map.entry("Dispute", SettlementJson.DisputeLine.class),
            Map.entry("FixSession", FixSessionResource.Session.class),
            Map.entry("FixSessions", FixSessionResource.Sessions.class),
            Map.entry("FixSessionOpened", FixSessionResource.NewSession.class),
            Map.entry("Withdrawal", TreasuryJson.Withdrawal.class),
            Map.entry("Funds", FundJson.Funds.class),
            Map.entry("FundMovement", FundJson.Movement.class),
            Map.entry("FundMovements", FundJson.Movements.class),
            Map.entry("TrialBalance", BooksJson.TrialBalance.class),
            Map.entry("TrialBalanceLine", BooksJson.TrialBalanceLine.class),
            Map.entry("Statement", BooksJson.Statement.class),
            Map.entry("CashMovement", BooksJson.Movement.class),
            Map.entry("Reconciliations", BooksJson.Reconciliations.class),
            Map.entry("Reconciliation", BooksJson.Reconciliation.class),
            Map.entry("ReconciliationBreak", BooksJson.Break.class),
            Map.entry("SettlementBatch", SettlementBatchJson.Batch.class),
            Map.entry("SettlementBatches", SettlementBatchJson.Batches.class),
            Map.entry("Transfer", SettlementBatchJson.Transfer.class),
            Map.entry("Deposit", TreasuryJson.Deposited.class));
    final JsonNode schemas = read("/api/openapi.json").path("components").path("schemas");

    shapes.forEach((name, shape) ->
        assertThat(names(schemas.path(name).path("properties").fieldNames()))
            .as(name)
            .isEqualTo(
                Arrays.stream(shape.getRecordComponents())
                    .map(field -> new SnakeCaseStrategy().translate(field.getName()))
                    .collect(Collectors.toCollection(TreeSet::new))));
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    for (String document : List.of("/api/openapi.json", "/api/asyncapi.json")) {
      final JsonNode root = read(document);
      final Matcher reference =
          Pattern.compile("\"\\$ref\":\"#([^\"]+)\"").matcher(root.toString());
      assertThat(reference.results().map(match -> match.group(1)).toList())
          .isNotEmpty()
          .allSatisfy(pointer -> assertThat(root.at(pointer).isMissingNode()).isFalse());
    }
  }

  /** The operations of all classes of ours that have a path. */
  private static Set<String> served() {
    final Set<String> served = new TreeSet<>();
    for (Class<?> type : classes()) {
      final Path root = type.getAnnotation(Path.class);
      if (root == null) {
        continue;
      }
      for (Method method : type.getDeclaredMethods()) {
        for (Annotation annotation : method.getAnnotations()) {
          final HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
          if (verb != null) {
            final Path path = method.getAnnotation(Path.class);
            final String whole = root.value() + (path == null ? "" : path.value());
            served.add(verb.value() + " " + whole.replace("//", "/"));
          }
        }
      }
    }
    return served;
  }

  private static List<Class<?>> classes() {
    try {
      final java.nio.file.Path home =
          java.nio.file.Path.of(
              ApiServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<java.nio.file.Path> files = Files.walk(home.resolve("com/ballastmarkets/api"))) {
        return files
            .map(file -> home.relativize(file).toString())
            .filter(name -> name.endsWith("Resource.class"))
            .<Class<?>>map(name -> load(name.replace('/', '.').replace(".class", "")))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> names(Iterator<String> names) {
    final Set<String> sorted = new TreeSet<>();
    names.forEachRemaining(sorted::add);
    return sorted;
  }

  private static JsonNode read(String resource) throws IOException {
    try (var stream = Objects.requireNonNull(DescriptionTest.class.getResourceAsStream(resource))) {
      return TestClient.MAPPER.readTree(stream);
    }
  }
}
