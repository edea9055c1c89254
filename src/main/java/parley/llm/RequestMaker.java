package parley.llm;

/// Makes the request for a model: which messages fit differs from one to another.
@FunctionalInterface
public interface RequestMaker {
    ModelRequest requestFor(ResolvedModel model) throws InterruptedException;
}
