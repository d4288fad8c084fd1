package com.ballastmarkets.engine.market;

import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.domain.instrument.Instrument;
import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.domain.state.StateOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The markets that are listed and those that ended lately, in the order of listing. A market that
 * ended is forgotten after a day, or when the last one that refers to it is; of all that are
 * forgotten, only their ids are kept.
 */
public final class MarketRegistry {
  private static final int NO_HANDLE = -1;

  private final Int2ObjectHashMap<Market> byId = new Int2ObjectHashMap<>();
  private final Int2ObjectHashMap<Market> byHandle = new Int2ObjectHashMap<>();
  private final Map<String, Market> bySymbol = new HashMap<>();
  private final List<Market> listed = new ArrayList<>();
  private final MarketIds used = new MarketIds();
  private final EndedMarkets ended = new EndedMarkets(this::remove);
  private IntConsumer onForgotten = marketId -> {};

  /** Who has notes of its own on a market is told its id when it is forgotten. */
  public void onForgotten(IntConsumer listener) {
    onForgotten = onForgotten.andThen(listener);
  }

  /** The market, or null. */
  public @Nullable Market get(int marketId) {
    return byId.get(marketId);
  }

  public @Nullable Market bySymbol(String symbol) {
    return bySymbol.get(symbol);
  }

  /** The market with this handle at the clearing house, or null. */
  public @Nullable Market byHandle(int handle) {
    return byHandle.get(handle);
  }

  /** Whether there was a market of this id that has ended and is forgotten. */
  public boolean isForgotten(int marketId) {
    return used.contains(marketId) && !byId.containsKey(marketId);
  }

  /**
   * Why there is no market of this id.
   *
   * @param ifForgotten the reason if there was one that has ended long ago
   */
  public RejectReason whyNot(int marketId, RejectReason ifForgotten) {
    return isForgotten(marketId) ? ifForgotten : RejectReason.MARKET_NOT_FOUND;
  }

  public Market list(Instrument instrument, int handle) {
    final Market market = new Market(instrument, handle);
    byId.put(market.id(), market);
    if (handle != NO_HANDLE) {
      byHandle.put(handle, market);
    }
    bySymbol.put(instrument.symbol(), market);
    listed.add(market);
    used.add(market.id());
    for (int reference : References.of(instrument.contract())) {
      final Market other = byId.get(reference);
      if (other != null) {
        other.refer(1);
      }
    }
    return market;
  }

  /** A market is settled or void: the clearing house has let it go, and a day later we do. */
  void end(Market market, long nowNanos) {
    byHandle.remove(market.handle(), market);
    ended.add(market, nowNanos);
  }

  /** Forgets markets that ended long enough ago. */
  public void forget(long nowNanos) {
    ended.forget(nowNanos);
  }

  private void remove(Market market) {
    byId.remove(market.id());
    bySymbol.remove(market.instrument().symbol(), market);
    listed.remove(market);
    onForgotten.accept(market.id());
    for (int reference : References.of(market.instrument().contract())) {
      final Market other = byId.get(reference);
      if (other != null) {
        other.refer(-1);
        ended.release(other);
      }
    }
  }

  /** Lists the market of a combo, which the clearing house does not know. */
  public Combo listCombo(Instrument instrument, List<Market> legs) {
    final Market market = list(instrument, NO_HANDLE);
    final Combo combo = new Combo(market, legs);
    market.combo(combo);
    combo.attach();
    return combo;
  }

  /** Forgets the market of a combo. */
  public void forget(Combo combo) {
    combo.detach();
    remove(combo.market());
  }

  /** Every market, in the order of listing. */
  public List<Market> all() {
    return listed;
  }

  /** Writes what is known beyond the markets themselves. */
  public void writeState(StateOutput output) {
    used.writeState(output);
    ended.writeState(output);
  }

  /** Reads it, after the markets. */
  public void readState(StateInput input) {
    used.readState(input);
    ended.readState(input, this::require, listed);
  }

  /** Of a state that knew no forgetting: what has ended counts as ended now. */
  public void rememberEnded(long nowNanos) {
    for (Market market : listed) {
      if (market.state().isClosed()) {
        ended.add(market, nowNanos);
      }
    }
  }

  private Market require(int marketId) {
    final Market market = byId.get(marketId);
    if (market == null) {
      throw new IllegalStateException("no market " + marketId);
    }
    return market;
  }
}
