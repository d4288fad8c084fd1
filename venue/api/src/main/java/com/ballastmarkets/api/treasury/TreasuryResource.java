package com.ballastmarkets.api.treasury;

import com.ballastmarkets.api.ApiConfig;
import com.ballastmarkets.api.auth.Access;
import com.ballastmarkets.api.auth.Access.Who;
import com.ballastmarkets.api.auth.Caller;
import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.idempotency.IdempotencyFilter;
import com.ballastmarkets.api.json.Json;
import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.domain.event.RejectReason;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller's withdrawals, and the sandbox's faucet. */
@Path("/account")
@Produces(MediaType.APPLICATION_JSON)
public final class TreasuryResource {
  private final ApiConfig config;
  private final TreasuryDesk desk;
  private final Crediting crediting;

  public TreasuryResource(ApiConfig config, TreasuryDesk desk, Crediting crediting) {
    this.config = config;
    this.desk = desk;
    this.crediting = crediting;
  }

  /** Asks for USDC to be sent to a whitelisted address: {@code {"amount", "address"}}. */
  @POST
  @Path("/withdrawals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ACCOUNT)
  public Response withdraw(
      @Context SecurityContext security,
      @HeaderParam(IdempotencyFilter.HEADER) @Nullable String idempotencyKey,
      byte[] body) {
    final JsonFields fields = JsonFields.of(Json.parse(body), Set.of("amount", "address"));
    final long amount = positive(fields);
    return Response.status(Response.Status.CREATED)
        .entity(
            TreasuryJson.withdrawal(
                desk.request(
                    Caller.of(security).accountId(),
                    amount,
                    fields.text("address", 64),
                    given(idempotencyKey))))
        .build();
  }

  @GET
  @Path("/withdrawals")
  @Access(Who.ACCOUNT)
  public TreasuryJson.Withdrawals withdrawals(@Context SecurityContext security) {
    return new TreasuryJson.Withdrawals(
        desk.withdrawals(Caller.of(security).accountId(), null).stream()
            .map(TreasuryJson::withdrawal)
            .toList());
  }

  /** Gives sandbox USDC: {@code {"amount"}}. */
  @POST
  @Path("/faucet")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ACCOUNT)
  public Response faucet(
      @Context SecurityContext security,
      @HeaderParam(IdempotencyFilter.HEADER) @Nullable String idempotencyKey,
      byte[] body) {
    if (!config.sandbox()) {
      throw ApiException.of(ErrorCode.NOT_FOUND);
    }
    final long amount = positive(JsonFields.of(Json.parse(body), Set.of("amount")));
    if (amount > config.faucetLimitMicros()) {
      throw ApiException.field("amount", "is above what the faucet gives at a time");
    }
    final long accountId = Caller.of(security).accountId();
    final String reference = "faucet-" + accountId + "-" + given(idempotencyKey);
    return Response.status(Response.Status.CREATED)
        .entity(crediting.credit(accountId, amount, reference, TreasuryDesk.Source.FAUCET))
        .build();
  }

  static long positive(JsonFields fields) {
    final long amount = fields.amount("amount");
    if (amount <= 0) {
      throw ApiException.of(RejectReason.INVALID_AMOUNT, Map.of("field", "amount"));
    }
    return amount;
  }

  private static String given(@Nullable String idempotencyKey) {
    return idempotencyKey != null ? idempotencyKey : UUID.randomUUID().toString();
  }
}
