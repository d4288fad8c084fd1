package com.ballastmarkets.domain.command;

/**
 * How much a participant may hold of a market on either side, open orders included.
 *
 * @param lots positive
 */
public record PositionLimit(int marketId, long lots) {}
