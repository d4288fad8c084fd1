package com.ballastmarkets.app.desk;

import com.ballastmarkets.api.exemption.ExemptionDesk;
import com.ballastmarkets.backoffice.limit.HedgeExemptions;
import com.ballastmarkets.backoffice.settlement.SettlementOffice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The API's door to the papers of hedge exemptions; a change wakes the calendar. */
public final class LimitRoom implements ExemptionDesk {
  private final SettlementOffice office;

  public LimitRoom(SettlementOffice office) {
    this.office = office;
  }

  @Override
  public Exemption approve(String staff, Terms terms) {
    final HedgeExemptions.Exemption approved =
        office
            .exemptions()
            .approve(
                new HedgeExemptions.Terms(
                    terms.participantId(),
                    terms.market(),
                    terms.type(),
                    terms.place(),
                    terms.extraLots(),
                    terms.documentSha256(),
                    terms.reason(),
                    terms.from(),
                    terms.to()),
                staff,
                office.venueTime());
    office.wake();
    return shown(approved);
  }

  @Override
  public Optional<Exemption> end(String staff, long exemptionId) {
    final Optional<Exemption> ended =
        office.exemptions().end(exemptionId, staff, office.venueTime()).map(this::shown);
    office.wake();
    return ended;
  }

  @Override
  public List<Exemption> all() {
    return office.exemptions().all().stream().map(this::shown).toList();
  }

  @Override
  public List<Exemption> of(long participantId) {
    return office.exemptions().of(participantId).stream().map(this::shown).toList();
  }

  private Exemption shown(HedgeExemptions.Exemption exemption) {
    final HedgeExemptions.Terms terms = exemption.terms();
    final Instant ended = exemption.endedAt();
    return new Exemption(
        exemption.exemptionId(),
        new Terms(
            terms.participantId(),
            terms.symbol(),
            terms.type(),
            terms.place(),
            terms.extraLots(),
            terms.documentSha256(),
            terms.reason(),
            terms.from(),
            terms.to()),
        exemption.approvedBy(),
        VenueInstants.nanos(exemption.approvedAt()),
        ended == null ? null : VenueInstants.nanos(ended),
        exemption.isInForce(LocalDate.ofInstant(office.venueTime(), ZoneOffset.UTC)));
  }
}
