package com.ballastmarkets.app.desk;

import com.ballastmarkets.api.error.ApiException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** States as the API writes them: in lower case. */
final class Words {
  private Words() {}

  static String word(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state that a word stands for; null for none.
   *
   * @throws ApiException naming the field
   */
  static <E extends Enum<E>> @Nullable E of(String field, Class<E> type, @Nullable String word) {
    return word == null
        ? null
        : Arrays.stream(type.getEnumConstants())
            .filter(known -> word(known).equals(word))
            .findFirst()
            .orElseThrow(() -> ApiException.field(field, "is not one of the states"));
  }
}
