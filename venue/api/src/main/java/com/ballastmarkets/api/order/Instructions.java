package com.ballastmarkets.api.order;

import com.ballastmarkets.api.json.JsonFields;
import com.ballastmarkets.domain.order.PostOnly;
import com.ballastmarkets.domain.order.SelfMatchPrevention;
import java.util.Objects;

/** Instructions that orders, ladders and quotes have in common. */
public final class Instructions {
  private Instructions() {}

  /** {@code true} rejects what would take; {@code "slide"} moves it. */
  public static PostOnly postOnly(JsonFields fields) {
    if (fields.isText("post_only")) {
      return fields.word("post_only", PostOnly.class);
    }
    return fields.flag("post_only", false) ? PostOnly.REJECT : PostOnly.NONE;
  }

  public static SelfMatchPrevention selfMatchPrevention(JsonFields fields) {
    return Objects.requireNonNullElse(
        fields.optionalWord("self_match_prevention", SelfMatchPrevention.class),
        SelfMatchPrevention.CANCEL_NEWEST);
  }
}
