package com.ballastmarkets.api.quote;

import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.error.Rejects;
import com.ballastmarkets.api.idempotency.IdempotencyFilter;
import com.ballastmarkets.api.json.QueryFields;
import com.ballastmarkets.api.market.Market;
import com.ballastmarkets.api.order.Blotter;
import com.ballastmarkets.api.order.OrderRecord;
import com.ballastmarkets.api.venue.CommandGate;
import com.ballastmarkets.api.venue.VenueView;
import com.ballastmarkets.domain.command.Command;
import com.ballastmarkets.domain.event.Event;
import com.ballastmarkets.domain.quote.QuoteAnswer;
import com.ballastmarkets.domain.quote.QuoteEntry;
import com.ballastmarkets.protocol.port.JournalEntry;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The caller's quotes. */
@Path("/quotes")
@Produces(MediaType.APPLICATION_JSON)
public final class QuoteResource {
  private static final Set<String> SCOPE = Set.of("quote_group", "quote_id", "market_id");

  private final VenueView view;
  private final CommandGate gate;

  public QuoteResource(VenueView view, CommandGate gate) {
    this.view = view;
    this.gate = gate;
  }

  /** Puts up to 100 quotes; each is answered by itself. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ACCOUNT)
  public Response quote(
      @Context SecurityContext security,
      @HeaderParam(IdempotencyFilter.HEADER) @Nullable String idempotencyKey,
      byte[] body) {
    final QuoteRequest.Request request =
        QuoteRequest.read(body, Caller.of(security).accountId(), idempotencyKey, view);
    for (JournalEntry entry : gate.call(request.command())) {
      switch (entry.event()) {
        case Event.MassQuoteTaken taken -> {
          return Response.ok(answers(request, taken.answers())).build();
        }
        case Event.MassQuoteRepeated repeated -> {
          return Response.ok(standing(request)).header("Idempotent-Replayed", true).build();
        }
        case Event.MassQuoteRejected rejected -> throw Rejects.exception(rejected.reason(), 0, 0);
        case Event other -> {}
      }
    }
    throw new IllegalStateException("the venue did not answer a mass quote");
  }

  private static QuoteJson.Answers answers(
      QuoteRequest.Request request, List<QuoteAnswer> answers) {
    final List<QuoteJson.Answer> shown = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      shown.add(QuoteJson.answer(answers.get(i), request.symbols().get(i)));
    }
    return head(request.command(), shown);
  }

  /** The same request again is answered with what stands of it now. */
  private QuoteJson.Answers standing(QuoteRequest.Request request) {
    final Command.MassQuote command = request.command();
    final QuoteBook book = view.account(command.accountId()).quotes();
    final List<QuoteJson.Answer> shown = new ArrayList<>();
    for (int i = 0; i < command.entries().size(); i++) {
      final QuoteEntry entry = command.entries().get(i);
      final QuoteBook.Standing quote = book.quote(command.quoteGroup(), entry.quoteId());
      shown.add(
          new QuoteJson.Answer(
              entry.quoteId(),
              request.symbols().get(i),
              "repeated",
              quote == null ? null : QuoteJson.id(quote.bidOrderId()),
              quote == null ? null : QuoteJson.id(quote.askOrderId()),
              null));
    }
    return head(command, shown);
  }

  private static QuoteJson.Answers head(Command.MassQuote command, List<QuoteJson.Answer> shown) {
    return new QuoteJson.Answers(
        command.quoteGroup(), command.requestId().isEmpty() ? null : command.requestId(), shown);
  }

  /** The quotes that are in the market and fit the query. */
  @GET
  @Access(Who.ACCOUNT)
  public QuoteJson.Quotes quotes(@Context SecurityContext security, @Context UriInfo uri) {
    final QueryFields query = QueryFields.of(uri, SCOPE);
    final String group = query.text("quote_group");
    final String quoteId = query.text("quote_id");
    final int marketId = market(query);
    final var account = view.account(Caller.of(security).accountId());
    return new QuoteJson.Quotes(
        account.quotes().quotes().stream()
            .filter(quote -> group == null || group.equals(quote.quoteGroup()))
            .filter(quote -> quoteId == null || quoteId.equals(quote.quoteId()))
            .filter(quote -> marketId == 0 || marketId == quote.marketId())
            .map(quote -> shown(quote, account.blotter()))
            .toList());
  }

  private QuoteJson.Quote shown(QuoteBook.Standing quote, Blotter blotter) {
    final OrderRecord bid = quote.bidOrderId() == 0 ? null : blotter.order(quote.bidOrderId());
    final OrderRecord ask = quote.askOrderId() == 0 ? null : blotter.order(quote.askOrderId());
    return QuoteJson.quote(quote, view.market(quote.marketId()).symbol(), bid, ask);
  }

  /** Cancels the quotes that fit the query; all of the account without one. */
  @DELETE
  @Access(Who.ACCOUNT)
  public QuoteJson.Cancelled cancel(@Context SecurityContext security, @Context UriInfo uri) {
    final QueryFields query = QueryFields.of(uri, SCOPE);
    final Command command =
        new Command.CancelQuotes(
            Caller.of(security).accountId(),
            Objects.requireNonNullElse(query.text("quote_group"), ""),
            Objects.requireNonNullElse(query.text("quote_id"), ""),
            market(query),
            0,
            Command.MassCancel.Cause.REQUEST,
            "");
    for (JournalEntry entry : gate.call(command)) {
      if (entry.event() instanceof Event.QuotesCanceled canceled) {
        return new QuoteJson.Cancelled(canceled.quotes());
      }
    }
    throw new IllegalStateException("the venue did not answer a cancel of quotes");
  }

  private int market(QueryFields query) {
    final String symbol = query.text("market_id");
    final Market market = symbol == null ? null : view.market(symbol);
    return market == null ? 0 : market.instrument().marketId();
  }
}
