package com.ballastmarkets.reports.disclosure;

import com.ballastmarkets.domain.money.Micros;
import com.ballastmarkets.reports.page.Facts;
import com.ballastmarkets.reports.page.Masthead;
import com.ballastmarkets.reports.page.Masthead.Figure;
import com.ballastmarkets.reports.page.PageDocument;
import com.ballastmarkets.reports.page.Section;
import com.ballastmarkets.reports.table.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A public disclosure as pages: a section for each principle. */
public final class DisclosurePages {
  private DisclosurePages() {}

  /** The pages of a disclosure whose content has this hash. */
  public static PageDocument of(PublicDisclosure disclosure, String hash) {
    return new PageDocument(
        disclosure.venue(),
        "Public disclosure \u00b7 " + Figures.time(disclosure.issuedAt()),
        disclosure.issuedAt(),
        hash,
        false,
        new Masthead(
            "PUBLIC DISCLOSURE",
            "What stands behind the clearing house",
            "in the manner of the CPMI-IOSCO public quantitative disclosure, USDC",
            List.of(
                figure("Insurance fund", disclosure.insuranceFundMicros()),
                figure("House tranche", disclosure.houseTrancheMicros()),
                figure("Default fund", disclosure.defaultFundMicros()),
                figure("Initial margin", disclosure.marginMicros()))),
        sections(disclosure));
  }

  private static Figure figure(String label, long micros) {
    return new Figure(label, Figures.amount(Micros.decimal(micros)));
  }

  private static List<Section> sections(PublicDisclosure disclosure) {
    final Map<String, Facts> bySubject = new LinkedHashMap<>();
    for (final DisclosureTables.Item item : DisclosureTables.items(disclosure)) {
      final BigDecimal amount = item.amount();
      final Long count = item.count();
      bySubject
          .computeIfAbsent(item.subject(), _ -> new Facts())
          .text(
              item.item(),
              amount != null ? Figures.amount(amount) : Figures.count(count == null ? 0 : count));
    }
    final List<Section> sections = new ArrayList<>();
    bySubject.forEach((subject, facts) -> sections.add(facts.section(subject, "")));
    return sections;
  }
}
