package com.ballastmarkets.reports.disclosure;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.reports.table.Columns;
import com.ballastmarkets.reports.table.Summary;
import com.ballastmarkets.reports.table.Table;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A public disclosure as tables; their columns are described in {@code docs/reports.md}. */
public final class DisclosureTables {
  private DisclosureTables() {}

  /**
   * A disclosed figure.
   *
   * @param principle of the Principles for Financial Market Infrastructures
   * @param amount in USDC, or null for a count
   */
  record Item(
      long principle,
      String subject,
      String item,
      @Nullable BigDecimal amount,
      @Nullable Long count) {
    static Item usdc(long principle, String subject, String item, long micros) {
      return new Item(principle, subject, item, Micros.decimal(micros), null);
    }

    static Item count(long principle, String subject, String item, long count) {
      return new Item(principle, subject, item, null, count);
    }
  }

  /** Every table, in reading order: the sheets of the workbook, and what the hash is over. */
  public static List<Table> all(PublicDisclosure disclosure) {
    return List.of(
        new Summary()
            .text("Document", "Public disclosure")
            .text("Venue", disclosure.venue())
            .text("Issued (venue time)", disclosure.issuedAt().toString())
            .text("Last engine event", Long.toString(disclosure.sequence()))
            .table(),
        flat(disclosure));
  }

  /** The figures. */
  public static Table flat(PublicDisclosure disclosure) {
    return new Columns<Item>()
        .id("principle", "Principle", Item::principle)
        .text("subject", "Subject", 24, Item::subject)
        .text("item", "Item", 52, Item::item)
        .decimal("amount", "USDC", Item::amount)
        .count("count", "Count", Item::count)
        .table("figures", "Figures", items(disclosure));
  }

  static List<Item> items(PublicDisclosure d) {
    final String credit = "Credit risk";
    return List.of(
        Item.usdc(4, credit, "Insurance fund, first to bear a loss", d.insuranceFundMicros()),
        Item.usdc(4, credit, "House tranche, before other members", d.houseTrancheMicros()),
        Item.usdc(4, credit, "Default fund, members' contributions", d.defaultFundMicros()),
        Item.count(4, credit, "Members with a contribution", d.contributionsMicros().size()),
        Item.usdc(4, credit, "Largest contribution of one member", d.largestContributionMicros()),
        Item.usdc(6, "Margin", "Initial margin of all accounts", d.marginMicros()),
        Item.usdc(13, "Default rules", "Liquidation fees, ever", d.liquidationFeesMicros()),
        Item.usdc(13, "Default rules", "Losses of house tranche, ever", d.trancheLossesMicros()),
        Item.usdc(13, "Default rules", "Losses of contributions, ever", d.memberLossesMicros()),
        Item.usdc(16, "Custody", "Owed to clients, in flight included", d.clientMoneyMicros()),
        Item.usdc(16, "Custody", "USDC held", d.custodyMicros()),
        Item.count(18, "Access", "Participants with an account", d.participants()),
        Item.count(18, "Access", "Accounts", d.accounts()));
  }
}
