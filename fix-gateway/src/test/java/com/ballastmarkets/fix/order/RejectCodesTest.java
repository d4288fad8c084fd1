package com.ballastmarkets.fix.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ballastmarkets.domain.event.RejectReason;
import com.ballastmarkets.fix.dictionary.Dictionaries;
import com.ballastmarkets.fix.dictionary.Tag;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quickfix.DataDictionary;

class RejectCodesTest {
  @Test
  void everyReasonHasCodesThatBothDictionariesKnow(@TempDir Path directory) throws Exception {
    final Dictionaries written = Dictionaries.write(directory);
    for (final Path file : List.of(written.fix44(), written.fix50sp2())) {
      final DataDictionary dictionary = new DataDictionary(file.toString());
      for (final RejectReason reason : RejectReason.values()) {
        assertThat(
                dictionary.isFieldValue(
                    Tag.ORD_REJ_REASON, Integer.toString(RejectCodes.ordRejReason(reason))))
            .as("103 of %s in %s", reason, file)
            .isTrue();
        assertThat(
                dictionary.isFieldValue(
                    Tag.CXL_REJ_REASON, Integer.toString(RejectCodes.cxlRejReason(reason))))
            .as("102 of %s in %s", reason, file)
            .isTrue();
        assertThat(
                dictionary.isFieldValue(
                    Tag.MASS_CANCEL_REJECT_REASON,
                    Integer.toString(RejectCodes.massCancelRejectReason(reason))))
            .as("532 of %s in %s", reason, file)
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MARKET_NOT_FOUND, 1, 99",
    "MARKET_CLOSED, 2, 99",
    "INSUFFICIENT_BALANCE, 3, 99",
    "DUPLICATE_CLIENT_ORDER_ID, 6, 6",
    "ORDER_SIZE_TOO_SMALL, 13, 99",
    "PRICE_OFF_TICK, 18, 18",
    "ORDER_NOT_FOUND, 5, 1",
    "ORDER_CLOSED, 5, 0",
  })
  void theReasonsThatFixNames(RejectReason reason, int ordRejReason, int cxlRejReason) {
    assertThat(RejectCodes.ordRejReason(reason)).isEqualTo(ordRejReason);
    assertThat(RejectCodes.cxlRejReason(reason)).isEqualTo(cxlRejReason);
  }
}
