package com.ballastmarkets.oracle.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ballastmarkets.oracle.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  @Test
  void everyPublishedVectorIsReproduced() throws IOException {
    Path folder = SharedFolder.at("vectors/jcs");
    List<Path> inputs;
    try (var files = Files.list(folder.resolve("input"))) {
      inputs = files.sorted().toList();
    }
    assertThat(inputs).hasSizeGreaterThanOrEqualTo(6);
    for (Path input : inputs) {
      String name = input.getFileName().toString();
      byte[] canonical = CanonicalJson.encode(CanonicalJson.parse(Files.readAllBytes(input)));
      String hex =
          Files.readString(folder.resolve("outhex").resolve(name.replace(".json", ".txt")));
      assertThat(canonical).as(name).isEqualTo(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
      assertThat(canonical)
          .as(name)
          .isEqualTo(Files.readAllBytes(folder.resolve("output").resolve(name)));
      assertThat(CanonicalJson.encode(CanonicalJson.parseCanonical(canonical)))
          .as(name + " is a fixed point")
          .isEqualTo(canonical);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void numbersPrintAsTheRfcSamplesDo(String bits, String expected) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(EcmaNumber.text(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{} {}",
        "[1]]",
        "[1,]",
        "{'a':1}",
        "[NaN]",
        "[Infinity]",
        "[01]",
        "[+1]",
        "[.5]",
        "// c\n1",
        "\"a\tb\"",
        "\uFEFF{}",
        "tru"
      })
  void looseJsonIsRefused(String text) {
    assertThatThrownBy(() -> CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith("not JSON");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    assertThatThrownBy(() -> CanonicalJson.parse(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage("not valid UTF-8");
  }

  @Test
  void loneSurrogatesAndEndlessNumbersHaveNoCanonicalForm() {
    var surrogate = CanonicalJson.parse("\"\\ud800\"".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> CanonicalJson.encode(surrogate))
        .isInstanceOf(MalformedJsonException.class);
    var endless = CanonicalJson.parse("1e999".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> CanonicalJson.encode(endless))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void aDocumentThatIsNotCanonicalIsRefusedWithThePlace() {
    assertThatThrownBy(
            () -> CanonicalJson.parseCanonical("{\"a\": 1}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("byte 5");
  }

  @Test
  void fieldsRefuseWhatIsMissingLeftOverOrOfTheWrongKind() {
    var node =
        CanonicalJson.parse("{\"a\":\"1\",\"b\":2,\"c\":\"x\"}".getBytes(StandardCharsets.UTF_8));
    Fields fields = Fields.of("doc", node);
    assertThat(fields.micros("a")).isEqualTo(1);
    assertThat(fields.integer("b")).isEqualTo(2);
    assertThatThrownBy(fields::end).hasMessage("doc has the unknown field \"c\"");
    assertThatThrownBy(() -> fields.text("d")).hasMessage("doc lacks the field \"d\"");
    assertThatThrownBy(() -> fields.text("b")).hasMessage("doc.b must be a string");
    assertThatThrownBy(() -> fields.micros("c")).hasMessage("doc.c must be an integer in a string");
  }
}
