package com.ballastmarkets.protocol.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.domain.order.Side;
import com.ballastmarkets.protocol.codec.CodecException;
import org.junit.jupiter.api.Test;

class StateBytesTest {
  private final StateWriter writer = new StateWriter();

  StateBytesTest() {
    writer.section("orders", 3);
    writer.putLong(Long.MIN_VALUE);
    writer.putInt(-1);
    writer.putString("Größe 🚢");
    writer.putBoolean(true);
    writer.putEnum(Side.SELL);
    writer.section("end", 1);
  }

  @Test
  void whatWasWrittenIsReadBack() {
    final StateReader reader = new StateReader(writer.buffer(), writer.length());
    assertThat(reader.section("orders")).isEqualTo(3);
    assertThat(reader.getLong()).isEqualTo(Long.MIN_VALUE);
    assertThat(reader.getInt()).isEqualTo(-1);
    assertThat(reader.getString()).isEqualTo("Größe 🚢");
    assertThat(reader.getBoolean()).isTrue();
    assertThat(reader.getEnum(Side.values())).isEqualTo(Side.SELL);
    assertThatExceptionOfType(CodecException.class).isThrownBy(reader::end);
    assertThat(reader.section("end")).isEqualTo(1);
    reader.end();
  }

  @Test
  void readingSomethingElseThanWasWrittenFailsByName() {
    final StateReader reader = new StateReader(writer.buffer(), writer.length());
    assertThatThrownBy(() -> reader.section("books")).hasMessageContaining("orders");
    final StateReader other = new StateReader(writer.buffer(), writer.length());
    other.section("orders");
    assertThatExceptionOfType(CodecException.class)
        .isThrownBy(other::getInt)
        .withMessageContaining("int");
  }

  @Test
  void aStateCutShortFails() {
    for (int length = 0; length < writer.length(); length++) {
      final StateReader reader = new StateReader(writer.buffer(), length);
      assertThatExceptionOfType(CodecException.class)
          .isThrownBy(() -> {
            reader.section("orders");
            reader.getLong();
            reader.getInt();
            reader.getString();
            reader.getBoolean();
            reader.getInt();
            reader.section("end");
          });
    }
  }

  @Test
  void theHashTellsStatesApart() {
    final StateWriter same = new StateWriter();
    same.section("a", 1);
    final StateWriter other = new StateWriter();
    other.section("a", 2);
    assertThat(same.sha256()).hasSize(32).isNotEqualTo(other.sha256());
  }
}
