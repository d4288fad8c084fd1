package com.ballastmarkets.api.stream;

import com.ballastmarkets.api.error.ErrorBody;
import com.ballastmarkets.api.market.MarketJson;
import com.ballastmarkets.api.settlement.SettlementJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What streams say. */
final class StreamJson {
  private StreamJson() {}

  /**
   * A message of a channel.
   *
   * @param type {@code snapshot}: the whole state; {@code update}: what changed
   * @param marketId null for channels of the venue or an account
   * @param sequence of the journal, after it
   * @param previousSequence that of the channel's message before; null in a snapshot
   */
  record Message(
      String channel,
      String type,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String marketId,
      long sequence,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long previousSequence,
      String timestamp,
      Object data) {}

  /**
   * @param bids the levels that changed, with their new sizes: 0 if gone; all in a snapshot
   * @param checksum CRC-32 over the best 25 levels of each side after it
   */
  record BookData(List<MarketJson.Level> bids, List<MarketJson.Level> asks, long checksum) {}

  record StateData(String state, String reason, BigDecimal referencePrice) {}

  record SettlementData(
      String marketId,
      String state,
      SettlementJson.Summary settlement,
      List<SettlementJson.DisputeLine> disputes) {}

  /**
   * A step on the margin ladder, or where the account stands. Amounts in USDC.
   *
   * @param event {@code notice}, {@code liquidation_started}, {@code liquidation_ended}; in a
   *     snapshot that of the last step, null if there was none
   * @param standing {@code SAFE}, {@code NOTICE} from 60 % usage, {@code REDUCE_ONLY} from 70 %,
   *     {@code LIQUIDATION}
   * @param equity less withdrawals under way, at the step
   * @param margin of the positions, without open orders
   * @param usage margin ÷ equity in percent, rounded down to 0.01; null if equity is not positive
   */
  record MarginData(
      @Nullable String event,
      String standing,
      @Nullable BigDecimal equity,
      @Nullable BigDecimal margin,
      @Nullable BigDecimal worstCaseLoss,
      @Nullable BigDecimal usage,
      @Nullable String liquidationId) {}

  /** The answer to an operation. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Done(
      String type,
      @Nullable String id,
      @Nullable String channel,
      @Nullable String marketId,
      @Nullable Long accountId) {}

  /** An operation was refused, or the stream is about to be cut. */
  record Refused(
      String type,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String id,
      ErrorBody.Problem error) {
    static Refused of(@Nullable String id, ErrorBody body) {
      return new Refused("error", id, body.error());
    }
  }

  /**
   * @param sequence the journal's last
   * @param channels the last sequence of each subscribed channel
   */
  record Heartbeat(String type, long sequence, String timestamp, List<Position> channels) {}

  record Position(
      String channel,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String marketId,
      long sequence) {}
}
