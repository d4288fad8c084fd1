package com.ballastmarkets.node.fake;

import com.ballastmarkets.domain.state.StateInput;
import com.ballastmarkets.node.host.EngineFactory;
import com.ballastmarkets.node.host.HostedEngine;

/** Makes fake engines. */
public final class FakeEngines implements EngineFactory {
  @Override
  public HostedEngine create() {
    return new FakeEngine();
  }

  @Override
  public HostedEngine restore(StateInput state) {
    return FakeEngine.readState(state);
  }
}
