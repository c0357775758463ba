package dev.aidis.ingest.mcp.argument;

import dev.aidis.ingest.input.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, checked against the tool's parameters. */
public final class Arguments {
  public static final Arguments NONE = new Arguments(Map.of());

  private final Map<Parameter<?>, Object> values;

  private Arguments(Map<Parameter<?>, Object> values) {
    this.values = values;
  }

  /**
   * Reads what the client sent; null counts as absent.
   *
   * @throws BadArgumentException with a sentence for all that is wrong
   */
  public static Arguments of(
      List<Parameter<?>> parameters, Map<String, ? extends @Nullable Object> raw) {
    List<String> names = parameters.stream().<String>map(Parameter::name).toList();
    List<String> problems = new ArrayList<>();
    raw.keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(name -> problems.add(Suggestion.forUnknown("argument", name, names)));
    Map<Parameter<?>, Object> values = new HashMap<>();
    for (Parameter<?> parameter : parameters) {
      Object value = raw.get(parameter.name());
      if (value != null) {
        read(parameter, value, values, problems);
      } else if (parameter.required()) {
        problems.add(parameter.name() + " is missing: " + parameter.firstWords());
      }
    }
    if (!problems.isEmpty()) {
      throw new BadArgumentException(String.join("; ", problems));
    }
    return new Arguments(values);
  }

  private static void read(
      Parameter<?> parameter,
      Object value,
      Map<Parameter<?>, Object> values,
      List<String> problems) {
    try {
      values.put(parameter, parameter.type().read(parameter.name(), value));
    } catch (BadArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  /** The value of a required parameter. */
  public <T> T get(Parameter<T> parameter) {
    T value = find(parameter);
    if (value == null) {
      throw new NoSuchElementException(parameter.name() + " is not required and was not given");
    }
    return value;
  }

  /** The value of a parameter, if it was given. */
  @SuppressWarnings("unchecked") // put there by read(), which takes it from the parameter's type
  public <T> @Nullable T find(Parameter<T> parameter) {
    return (T) values.get(parameter);
  }

  public <T> Optional<T> optional(Parameter<T> parameter) {
    return Optional.ofNullable(find(parameter));
  }

  public <T> T getOr(Parameter<T> parameter, T otherwise) {
    T value = find(parameter);
    return value == null ? otherwise : value;
  }

  /** The values of a list parameter, none if it was not given. */
  public List<String> list(Parameter<List<String>> parameter) {
    return getOr(parameter, List.of());
  }
}
