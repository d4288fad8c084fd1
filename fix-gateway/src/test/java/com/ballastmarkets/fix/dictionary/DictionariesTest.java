package com.ballastmarkets.fix.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quickfix.DataDictionary;
import quickfix.FieldType;

class DictionariesTest {
  @TempDir private Path directory;

  @Test
  void publishedMessagesCarryWhatTheVenueAdds() throws Exception {
    final Dictionaries written = Dictionaries.write(directory);
    final DataDictionary fix44 = new DataDictionary(written.fix44().toString());
    final DataDictionary fixt11 = new DataDictionary(written.fixt11().toString());
    final DataDictionary fix50sp2 = new DataDictionary(written.fix50sp2().toString());
    assertThat(fix44.getVersion()).isEqualTo("FIX.4.4");
    assertThat(fixt11.isMsgField("A", Tag.CANCEL_ON_DISCONNECT)).isTrue();
    assertThat(fix44.isMsgField("A", Tag.CANCEL_ON_DISCONNECT)).isTrue();
    assertThat(fix44.getFieldType(Tag.CANCEL_ON_DISCONNECT)).isEqualTo(FieldType.BOOLEAN);
    for (final DataDictionary application : new DataDictionary[] {fix44, fix50sp2}) {
      for (final String request : new String[] {"D", "G"}) {
        assertThat(application.isMsgField(request, Tag.SELF_MATCH_PREVENTION_ID)).isTrue();
        assertThat(application.isMsgField(request, Tag.SELF_MATCH_PREVENTION_INSTRUCTION)).isTrue();
        assertThat(application.isMsgField(request, Tag.DISPLAY_QTY)).isTrue();
        assertThat(application.isMsgField(request, Tag.MIN_QTY)).isTrue();
      }
      assertThat(application.isMsgField("8", Tag.TRD_MATCH_ID)).isTrue();
      assertThat(application.isMsgField("8", Tag.REJECT_TEXT)).isTrue();
      assertThat(application.isGroup("8", Tag.NO_MISC_FEES)).isTrue();
      assertThat(application.isFieldValue(Tag.BUSINESS_REJECT_REASON, "8")).isTrue();
      assertThat(application.isFieldValue(Tag.EXEC_TYPE, "L")).isTrue();
      assertThat(application.isFieldValue(Tag.LAST_LIQUIDITY_IND, "4")).isTrue();
      assertThat(application.isFieldValue(Tag.SELF_MATCH_PREVENTION_INSTRUCTION, "100")).isTrue();
      assertThat(application.isFieldValue(Tag.SELF_MATCH_PREVENTION_INSTRUCTION, "4")).isFalse();
      assertThat(application.isMsgType("AE")).isTrue();
    }
  }
}
