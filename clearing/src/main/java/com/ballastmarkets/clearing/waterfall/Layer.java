package com.ballastmarkets.clearing.waterfall;

import com.ballastmarkets.domain.liquidation.LossLayer;

/**
 * A part of a loss and who bears it.
 *
 * @param participantId whose contribution it is, 0 for the house
 * @param amountMicros positive
 */
public record Layer(LossLayer source, long participantId, long amountMicros) {}
