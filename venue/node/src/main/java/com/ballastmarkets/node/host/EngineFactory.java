package com.ballastmarkets.node.host;

import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.engine.Exchange;

/** Where a host gets its engine from. */
public interface EngineFactory {
  /** The venue's engine. */
  EngineFactory EXCHANGE =
      new EngineFactory() {
        @Override
        public HostedEngine create() {
          return HostedEngine.of(new Exchange());
        }

        @Override
        public HostedEngine restore(StateInput state) {
          return HostedEngine.of(Exchange.readState(state));
        }
      };

  /** An engine on its first day. */
  HostedEngine create();

  /** The engine whose state was written. */
  HostedEngine restore(StateInput state);
}
