package dev.aidis.service.tracing;

import java.util.List;

/** Steps of several traces that are one piece of work. */
record StepsTogether(List<Step> steps) implements Step {

  @Override
  public void rename(String name) {
    steps.forEach(step -> step.rename(name));
  }

  @Override
  public void note(String attribute, String value) {
    steps.forEach(step -> step.note(attribute, value));
  }

  @Override
  public void note(String attribute, long value) {
    steps.forEach(step -> step.note(attribute, value));
  }

  @Override
  public void failed(String kind) {
    steps.forEach(step -> step.failed(kind));
  }

  @Override
  public void close() {
    steps.forEach(Step::close);
  }
}
