package com.ballastmarkets.bench.book;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The textbook: a tree of prices a side, a linked queue a price, a hash map of orders. */
final class TextbookBook implements BookPlayer {
  private final TreeMap<Long, Queue> bids = new TreeMap<>(Comparator.reverseOrder());
  private final TreeMap<Long, Queue> asks = new TreeMap<>();
  private final Map<Long, Node> orders = new HashMap<>();
  private final ReportTape tape;
  private long sequence;

  TextbookBook(ReportTape tape) {
    this.tape = tape;
  }

  private static final class Node {
    final long id;
    final int side;
    long price;
    long lots;
    @Nullable Node before;
    @Nullable Node after;

    Node(long id, int side, long price, long lots) {
      this.id = id;
      this.side = side;
      this.price = price;
      this.lots = lots;
    }
  }

  private static final class Queue {
    @Nullable Node first;
    @Nullable Node last;

    void append(Node node) {
      node.before = last;
      node.after = null;
      if (last == null) {
        first = node;
      } else {
        last.after = node;
      }
      last = node;
    }

    void unlink(Node node) {
      final Node before = node.before;
      final Node after = node.after;
      if (before == null) {
        first = after;
      } else {
        before.after = after;
      }
      if (after == null) {
        last = before;
      } else {
        after.before = before;
      }
    }
  }

  @Override
  public void play(Workload messages) {
    for (int i = 0; i < messages.count(); i++) {
      sequence = messages.sequence(i);
      final long id = messages.id(i);
      final long price = messages.price(i);
      final long lots = messages.lots(i);
      switch (messages.type(i)) {
        case Workload.NEW -> {
          tape.accepted(sequence, messages.side(i), id, price, lots);
          work(new Node(id, messages.side(i), price, lots), messages.immediate(i));
        }
        case Workload.CANCEL -> {
          final Node node = takeOut(id);
          if (node == null) {
            tape.cancelRefused(sequence, id);
          } else {
            tape.canceled(sequence, node.side, id, node.price);
          }
        }
        case Workload.MODIFY -> {
          final Node node = takeOut(id);
          if (node == null) {
            tape.modifyRefused(sequence, id);
          } else {
            node.price = price;
            node.lots = lots;
            tape.modified(sequence, node.side, id, price, lots);
            work(node, false);
          }
        }
        default -> throw new IllegalStateException("message " + i);
      }
    }
  }

  private void work(Node taker, boolean immediate) {
    final TreeMap<Long, Queue> makers = taker.side == 0 ? asks : bids;
    while (taker.lots > 0 && !makers.isEmpty()) {
      final Map.Entry<Long, Queue> best = makers.firstEntry();
      final long price = best.getKey();
      if (taker.side == 0 ? price > taker.price : price < taker.price) {
        break;
      }
      final Queue queue = best.getValue();
      Node maker = queue.first;
      while (maker != null && taker.lots > 0) {
        final long lots = Math.min(maker.lots, taker.lots);
        maker.lots -= lots;
        taker.lots -= lots;
        tape.traded(sequence, price, lots, maker.id, taker.id);
        if (maker.lots == 0) {
          orders.remove(maker.id);
          queue.unlink(maker);
        }
        maker = queue.first;
      }
      if (maker == null) {
        makers.remove(price);
      }
    }
    if (taker.lots > 0) {
      if (immediate) {
        tape.canceled(sequence, taker.side, taker.id, taker.price);
      } else {
        (taker.side == 0 ? bids : asks)
            .computeIfAbsent(taker.price, _ -> new Queue())
            .append(taker);
        orders.put(taker.id, taker);
      }
    }
  }

  private @Nullable Node takeOut(long id) {
    final Node node = orders.remove(id);
    if (node != null) {
      final TreeMap<Long, Queue> levels = node.side == 0 ? bids : asks;
      final Queue queue = levels.get(node.price);
      if (queue == null) {
        throw new IllegalStateException("order " + id + " has no level");
      }
      queue.unlink(node);
      if (queue.first == null) {
        levels.remove(node.price);
      }
    }
    return node;
  }
}
