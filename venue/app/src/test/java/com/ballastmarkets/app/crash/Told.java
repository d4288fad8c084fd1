package com.ballastmarkets.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one client sent, and what it was told: the promises that must hold after every kill. */
final class Told {
  /** An order as it was sent. */
  record Sent(String clOrdId, boolean buy, String price, int lots) {}

  /** The most that was said of an order. */
  record Answer(String orderId, long filled, boolean over) {}

  /** One side of a trade. */
  record Fill(String orderId, String price, long lots) {}

  private final Map<String, Sent> sent = new LinkedHashMap<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();
  private final Map<String, Fill> fills = new HashMap<>();
  private final Set<String> executions = new HashSet<>();

  synchronized void sent(Sent order) {
    sent.put(order.clOrdId(), order);
  }

  /** Notes an answer; an order keeps its id, and what is filled is never taken back. */
  synchronized void answered(String clOrdId, String orderId, long filled, boolean over) {
    final Answer before = answers.get(clOrdId);
    if (before == null) {
      answers.put(clOrdId, new Answer(orderId, filled, over));
      return;
    }
    assertThat(orderId).as("order id of %s", clOrdId).isEqualTo(before.orderId());
    answers.put(
        clOrdId, new Answer(orderId, Math.max(filled, before.filled()), over || before.over()));
  }

  /** Notes a report by its ExecID, which is told once. */
  synchronized void execution(String execId) {
    assertThat(executions.add(execId)).as("%s is told once", execId).isTrue();
  }

  synchronized void filled(String tradeId, Fill fill) {
    assertThat(fills.put(tradeId, fill)).as("trade %s is told once", tradeId).isNull();
  }

  synchronized @Nullable Sent sentAs(String clOrdId) {
    return sent.get(clOrdId);
  }

  synchronized @Nullable Answer answer(String clOrdId) {
    return answers.get(clOrdId);
  }

  synchronized Map<String, Sent> allSent() {
    return new LinkedHashMap<>(sent);
  }

  synchronized Map<String, Answer> allAnswers() {
    return new LinkedHashMap<>(answers);
  }

  synchronized Map<String, Fill> allFills() {
    return new HashMap<>(fills);
  }

  synchronized Set<String> allExecutions() {
    return new HashSet<>(executions);
  }

  synchronized int answersSoFar() {
    return answers.size();
  }
}
