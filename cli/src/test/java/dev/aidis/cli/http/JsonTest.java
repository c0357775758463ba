package dev.aidis.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JsonTest {
  @Test
  void readsTextsNumbersObjectsAndLists() {
    // When
    Json json =
        Json.read(
                "{\"a\":\"x\",\"n\":3,\"f\":true,\"z\":null,\"o\":{\"b\":\"y\"},\"l\":[{\"c\":1},2]}")
            .orElseThrow();

    // Then
    assertThat(json.text("a")).isEqualTo("x");
    assertThat(json.number("n")).isEqualTo(3);
    assertThat(json.text("f")).isEqualTo("true");
    assertThat(json.text("z")).isNull();
    assertThat(json.object("o").text("b", "")).isEqualTo("y");
    assertThat(json.objects("l")).hasSize(1);
    assertThat(json.names()).containsExactly("a", "n", "f", "z", "o", "l");
  }

  @Test
  void whatIsAbsentIsEmpty() {
    // When
    Json json = Json.read("{}").orElseThrow();

    // Then
    assertThat(json.number("n")).isZero();
    assertThat(json.text("a", "none")).isEqualTo("none");
    assertThat(json.object("o").names()).isEmpty();
    assertThat(json.objects("l")).isEmpty();
  }

  @Test
  void whatIsNoObjectIsNotRead() {
    assertThat(Json.read("<html>")).isEmpty();
    assertThat(Json.read("[1]")).isEmpty();
    assertThat(Json.read("")).isEmpty();
    assertThat(Json.read("{\"a\":")).isEmpty();
  }
}
