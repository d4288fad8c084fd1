package com.ballastmarkets.reports.statement;

import com.ballastmarkets.domain.event.CashReason;
import java.time.Instant;

/**
 * A change of an account's cash. Amounts in micro-USDC.
 *
 * @param sequence of the engine event that caused it
 * @param time venue time
 * @param market symbol of the market that caused it; empty if none did
 * @param lots the signed position that variation was paid on, or the lots of a fee's fill, else 0
 * @param priceMicros the mark, the settlement value or the fill's price, else 0
 * @param reference of a deposit or withdrawal, trade of a fee, dispute of a bond; else empty
 * @param amountMicros signed: what the account gained
 * @param balanceMicros the account's cash after it
 */
public record Movement(
    long sequence,
    Instant time,
    CashReason reason,
    String market,
    long lots,
    long priceMicros,
    String reference,
    long amountMicros,
    long balanceMicros) {}
