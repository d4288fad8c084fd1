package com.ballastmarkets.api.liquidation;

import com.ballastmarkets.api.account.Account;
import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.liquidation.Deleveraging;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;

/** The caller's standing on the ladder and the packets of its liquidations, newest first. */
@Path("/account/liquidations")
@Produces(MediaType.APPLICATION_JSON)
public final class LiquidationResource {
  private final VenueView view;

  public LiquidationResource(VenueView view) {
    this.view = view;
  }

  /** The last hundred liquidations. */
  @GET
  @Access(Who.ACCOUNT)
  public LiquidationJson.Liquidations liquidations(@Context SecurityContext security) {
    final long accountId = Caller.of(security).accountId();
    return new LiquidationJson.Liquidations(
        view.liquidations().standing(accountId).name(),
        view.liquidations().of(accountId).stream()
            .map(packet -> LiquidationJson.packet(packet, id -> view.market(id).symbol()))
            .toList());
  }

  /** Where the account's positions stand in the order of deleveraging, the last resort. */
  @GET
  @Path("/ranking")
  @Access(Who.ACCOUNT)
  public LiquidationJson.Ranking ranking(@Context SecurityContext security) {
    final Account account = view.account(Caller.of(security).accountId());
    final List<LiquidationJson.Rank> ranks = new ArrayList<>();
    if (account.leverage() > 1) {
      for (final Account.Position position : account.positions(view::market)) {
        final List<Deleveraging.Candidate> ranked =
            view.deleveraging(view.market(position.marketSymbol()), position.lots() > 0);
        for (int i = 0; i < ranked.size(); i++) {
          if (ranked.get(i).accountId() == account.accountId()) {
            ranks.add(
                new LiquidationJson.Rank(
                    position.marketSymbol(), position.lots(), i + 1, ranked.size()));
          }
        }
      }
    }
    return new LiquidationJson.Ranking(ranks);
  }
}
