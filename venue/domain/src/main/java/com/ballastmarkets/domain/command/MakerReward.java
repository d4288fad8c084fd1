package com.ballastmarkets.domain.command;

/**
 * A maker's part of a pool.
 *
 * @param amountMicros positive
 */
public record MakerReward(long accountId, long amountMicros) {}
