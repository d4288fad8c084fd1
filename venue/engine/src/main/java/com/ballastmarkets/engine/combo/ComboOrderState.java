package com.ballastmarkets.engine.combo;

import com.ballastmarkets.clearing.LegOrders;
import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import com.ballastmarkets.engine.book.BookSide;
import com.ballastmarkets.engine.book.RestingOrder;
import com.ballastmarkets.engine.market.Combo;
import com.ballastmarkets.engine.market.Market;
import com.ballastmarkets.engine.order.LegReservation;
import com.ballastmarkets.engine.order.Order;
import java.util.function.Consumer;

/** What the orders of a combo have in their legs, in the order of the combo's book. */
final class ComboOrderState {
  private ComboOrderState() {}

  static void write(StateOutput output, Market market) {
    forEach(
        market,
        order -> {
          final LegReservation reservation = order.reservation();
          for (int i = 0; i < reservation.legs().size(); i++) {
            final LegOrders.Leg leg = reservation.leg(i);
            output.putLong(leg.priceMicros());
            output.putLong(reservation.meter(i).creditParts());
          }
        });
  }

  static void read(StateInput input, Combo combo) {
    forEach(
        combo.market(),
        order -> {
          final long[] prices = new long[combo.size()];
          final long[] credits = new long[combo.size()];
          for (int i = 0; i < prices.length; i++) {
            prices[i] = input.getLong();
            credits[i] = input.getLong();
          }
          final LegReservation reservation = LegReservation.of(combo, order.side(), prices);
          for (int i = 0; i < credits.length; i++) {
            reservation.meter(i).creditParts(credits[i]);
          }
          order.reserved(reservation);
        });
  }

  private static void forEach(Market market, Consumer<Order> visitor) {
    for (Side side : Side.values()) {
      final BookSide orders = market.book().side(side);
      for (int depth = 0; depth < orders.levels(); depth++) {
        for (RestingOrder o = orders.level(depth).first(); o != null; o = o.next()) {
          visitor.accept((Order) o);
        }
      }
    }
  }
}
