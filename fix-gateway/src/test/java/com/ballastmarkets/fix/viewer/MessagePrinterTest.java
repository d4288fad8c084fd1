package com.ballastmarkets.fix.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagePrinterTest {
  private static final String ORDER =
      "8=FIX.4.4|9=1|35=D|34=2|49=DESK|52=20250401-10:00:00.000|56=BALLAST-OE|11=a1|54=1|59=1|10=000|";

  private static List<LoggedMessage> scan(String text) {
    final List<LoggedMessage> found = new ArrayList<>();
    MessageScanner.scan(text.getBytes(StandardCharsets.ISO_8859_1), found::add);
    return found;
  }

  @Test
  void namesStandBesideNumbers() throws IOException {
    assertThat(MessagePrinter.create().print(scan(ORDER).getFirst()))
        .isEqualToNormalizingNewlines(
            """
            20250401-10:00:00.000  DESK → BALLAST-OE  #2  NewOrderSingle (D)
                  11  ClOrdID      a1
                  54  Side         1  BUY
                  59  TimeInForce  1  GOOD_TILL_CANCEL\
            """);
  }

  @Test
  void everySeparatorIsUnderstood() {
    for (final String separator : List.of("\u0001", "|", "^A", "<SOH>")) {
      final List<LoggedMessage> found =
          scan("20250401 > " + ORDER.replace("|", separator) + "\nnoise\n");
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().before()).isEqualTo("20250401 >");
      assertThat(found.getFirst().get(11)).isEqualTo("a1");
    }
  }

  @Test
  void messagesAreFoundAmongBytes() {
    final String raw = ORDER.replace('|', '\u0001');
    assertThat(scan("\0\0\u0011" + raw + "\0\u0002\u00ff" + raw + "\0")).hasSize(2);
    assertThat(scan("\0\0\u0011" + raw).getFirst().before()).isEmpty();
  }

  @Test
  void secretsAreMaskedEvenIfTheyHoldSeparators() throws IOException {
    final String logon =
        "8=FIXT.1.1\u00019=1\u000135=A\u000134=1\u000149=DESK\u000156=BALLAST-OE\u000195=5\u000196=ab\u0001cd"
            + "\u0001553=key\u0001554=password\u000110=000\u0001";
    final LoggedMessage message = scan(logon).getFirst();
    assertThat(message.get(553)).isEqualTo("key");
    final String shown =
        MessagePrinter.create().print(message) + MessagePrinter.create().printBrief(message);
    assertThat(shown).contains("Username", "key").doesNotContain("ab\u0001cd", "cd", "password");
  }

  @Test
  void aMessageThatDoesNotEndIsPassedOver() {
    assertThat(scan("8=FIX.4.4|9=1|35=D|\n" + ORDER)).hasSize(1);
  }
}
