package com.ballastmarkets.engine.market;

import com.ballastmarkets.domain.instrument.Instrument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/** All markets that were ever listed, in the order of listing. */
public final class MarketRegistry {
  private final Int2ObjectHashMap<Market> byId = new Int2ObjectHashMap<>();
  private final Int2ObjectHashMap<Market> byHandle = new Int2ObjectHashMap<>();
  private final Map<String, Market> bySymbol = new HashMap<>();
  private final List<Market> listed = new ArrayList<>();

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

  public Market list(Instrument instrument, int handle) {
    final Market market = new Market(instrument, handle);
    byId.put(market.id(), market);
    byHandle.put(handle, market);
    bySymbol.put(instrument.symbol(), market);
    listed.add(market);
    return market;
  }

  /** Every market, in the order of listing. */
  public List<Market> all() {
    return listed;
  }
}
