package com.ballastmarkets.oracle.formula;

/**
 * One line of a computation.
 *
 * @param name what is computed
 * @param expression how, in words and signs
 * @param value the result: an exact fraction, a decimal or a word
 */
public record Step(String name, String expression, String value) {}
