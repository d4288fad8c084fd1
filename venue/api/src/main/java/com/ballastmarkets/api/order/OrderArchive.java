package com.ballastmarkets.api.order;

import com.ballastmarkets.api.error.ApiException;
import com.ballastmarkets.api.error.ErrorCode;
import com.ballastmarkets.api.order.Blotter.Page;
import com.ballastmarkets.api.order.OrderHistory.FillQuery;
import com.ballastmarkets.api.order.OrderHistory.OrderQuery;
import com.ballastmarkets.api.venue.VenueView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders and fills as if memory and the history behind it were one. Where both have a record, that
 * in memory is the newer.
 */
public final class OrderArchive {
  private static final Logger LOG = LoggerFactory.getLogger(OrderArchive.class);

  private final VenueView view;
  private final OrderHistory history;

  public OrderArchive(VenueView view, OrderHistory history) {
    this.view = view;
    this.history = history;
  }

  /** A page, newest first. */
  public List<OrderRecord> orders(OrderQuery query) {
    final Page<OrderRecord> memory = view.account(query.accountId()).blotter().orders(query);
    return merged(memory, () -> history.orders(query), OrderRecord::orderId, query.limit());
  }

  /** A page, newest first. */
  public List<FillRecord> fills(FillQuery query) {
    final Page<FillRecord> memory = view.account(query.accountId()).blotter().fills(query);
    return merged(memory, () -> history.fills(query), FillRecord::tradeId, query.limit());
  }

  Optional<OrderRecord> order(long accountId, long orderId) {
    return orderId == 0 ? Optional.empty() : asked(() -> history.order(accountId, orderId));
  }

  private static <T> List<T> merged(
      Page<T> memory, Supplier<List<T>> beyond, ToLongFunction<T> id, int limit) {
    if (!memory.beyond()) {
      return memory.records();
    }
    final Set<Long> known = new HashSet<>();
    memory.records().forEach(record -> known.add(id.applyAsLong(record)));
    final List<T> all = new ArrayList<>(memory.records());
    for (T record : asked(beyond)) {
      if (!known.contains(id.applyAsLong(record))) {
        all.add(record);
      }
    }
    all.sort(Comparator.comparingLong(id).reversed());
    return all.size() > limit ? all.subList(0, limit) : all;
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      LOG.warn("order history is not at hand", e);
      throw ApiException.of(ErrorCode.HISTORY_UNAVAILABLE);
    }
  }
}
