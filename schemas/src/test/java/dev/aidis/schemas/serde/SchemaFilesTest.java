package dev.aidis.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aidis.schemas.Closure;
import dev.aidis.schemas.Counters;
import dev.aidis.schemas.GoalVerdict;
import dev.aidis.schemas.Latest;
import dev.aidis.schemas.ModelUse;
import dev.aidis.schemas.Position;
import dev.aidis.schemas.TokenUsage;
import dev.aidis.schemas.TrackerKey;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaFilesTest {

  @ParameterizedTest
  @MethodSource("dev.aidis.schemas.serde.Contract#all")
  void the_fields_are_the_components_of_the_record(Contract<?> contract) {
    // Given
    Schema schema = contract.codec().versions().current();
    // When
    List<String> fields = schema.getFields().stream().map(Schema.Field::name).toList();
    // Then
    assertThat(fields).isEqualTo(Components.names(contract.type()));
    assertThat(schema.getFullName()).isEqualTo(contract.type().getName());
  }

  @Test
  void the_nested_records_of_a_session_are_those_of_java() {
    // Given
    Schema session = Contract.SESSION.codec().versions().current();
    // Then
    assertSame(session.getField("trackerKey").schema(), TrackerKey.class);
    assertSame(session.getField("first").schema(), Position.class);
    assertSame(present(session.getField("goal")), Latest.class);
    assertSame(session.getField("models").schema().getElementType(), ModelUse.class);
    Schema counters = session.getField("counters").schema();
    assertSame(counters, Counters.class);
    assertSame(counters.getField("usage").schema(), TokenUsage.class);
    assertSame(present(session.getField("goalVerdict")), GoalVerdict.class);
  }

  @Test
  void the_closures_are_those_of_java_in_the_same_order() {
    // Given
    Schema closure = Contract.SESSION.codec().versions().current().getField("closure").schema();
    // Then
    assertThat(closure.getEnumSymbols())
        .isEqualTo(Arrays.stream(Closure.values()).map(Closure::name).toList());
    assertThat(closure.getEnumDefault()).isEqualTo(Closure.ENDED.name());
  }

  @Test
  void the_answers_about_a_goal_are_those_of_java_in_the_same_order() {
    // Given
    Schema session = Contract.SESSION.codec().versions().current();
    Schema answer = present(session.getField("goalVerdict")).getField("answer").schema();
    // Then
    assertThat(answer.getEnumSymbols())
        .isEqualTo(Arrays.stream(GoalVerdict.Answer.values()).map(Enum::name).toList());
  }

  @ParameterizedTest
  @MethodSource("dev.aidis.schemas.serde.Contract#all")
  void every_field_is_described_and_optional_ones_are_absent_unless_given(Contract<?> contract) {
    for (Schema schema : contract.codec().versions().all()) {
      assertThat(schema.getDoc()).isNotBlank();
      for (Schema.Field field : schema.getFields()) {
        assertThat(field.doc()).as("doc of %s", field.name()).isNotBlank();
        if (field.schema().isUnion()) {
          assertThat(field.schema().getTypes()).hasSize(2);
          assertThat(field.schema().getTypes().getFirst().getType()).isEqualTo(Schema.Type.NULL);
          assertThat(field.defaultVal()).isEqualTo(JsonProperties.NULL_VALUE);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.aidis.schemas.serde.Contract#all")
  void every_published_version_and_the_current_one_read_each_other(Contract<?> contract) {
    Schema current = contract.codec().versions().current();
    for (Schema published : contract.codec().versions().all()) {
      assertThat(compatibility(current, published)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
      assertThat(compatibility(published, current)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
  }

  @Test
  void no_two_published_schemas_have_one_fingerprint() {
    // When
    List<Long> fingerprints =
        Contract.all()
            .flatMap(contract -> contract.codec().versions().all().stream())
            .map(SchemaNormalization::parsingFingerprint64)
            .toList();
    // Then
    assertThat(fingerprints).doesNotHaveDuplicates();
  }

  private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }

  private static Schema present(Schema.Field optional) {
    return optional.schema().getTypes().get(1);
  }

  private static void assertSame(Schema schema, Class<? extends Record> type) {
    assertThat(schema.getFields()).extracting(Schema.Field::name).isEqualTo(Components.names(type));
    assertThat(schema.getFullName()).isEqualTo(type.getName());
    assertThat(schema.getFields()).allMatch(field -> field.doc() != null);
  }
}
