package parley.dialect.assistant;

import java.util.ArrayList;
import java.util.List;
import parley.dialect.KeyedReplies;
import parley.dialect.Origin;
import parley.dialect.StreamMarks;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Exchange;
import parley.http.RateHeaders;
import parley.http.Route;
import parley.image.AspectRatio;
import parley.image.ImageEngine;
import parley.image.ImageFeature;
import parley.image.ImageService;
import parley.image.ImageTask;
import parley.image.TaskJson;

/// The seven features: each takes a wish and answers with its task.
final class FeatureHandlers {
    static final String FEATURES = "/v1/features";
    private static final String FEATURE = "feature";
    private static final String TASK = "task_id";

    private final ImageService images;
    private final KeyedReplies replies;

    FeatureHandlers(ImageService images, KeyedReplies replies) {
        this.images = images;
        this.replies = replies;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.get(FEATURES, Access.CALLER, this::list));
        for (ImageFeature feature : ImageFeature.values()) {
            routes.add(
                    Route.post(
                                    FEATURES + "/" + feature.pathName(),
                                    Access.CALLER,
                                    replies.keyed(
                                            AssistantDialect.NAME,
                                            StreamMarks.NONE,
                                            exchange -> begin(exchange, feature)))
                            .withBody(BodyType.FORM_OR_JSON));
        }
        String ofTask = FEATURES + "/{" + FEATURE + "}";
        routes.add(Route.get(ofTask + "/status/{" + TASK + "}", Access.CALLER, this::show));
        routes.add(
                Route.post(ofTask + "/cancel/{" + TASK + "}", Access.CALLER, this::cancel)
                        .withBody(BodyType.OPTIONAL_JSON));
        return routes;
    }

    private void begin(Exchange exchange, ImageFeature feature) throws InterruptedException {
        FeatureRequest request = FeatureRequest.read(exchange);
        var patience = request.patience();
        ImageTask task = images.submit(request.task(exchange, feature));
        // The task goes on whatever happens to this server: so that it is found again.
        KeyedReplies.keepMeanwhile(exchange, shown(exchange, task));
        ImageTask ended = images.await(task, patience);
        RateHeaders.set(exchange, images.left(exchange.caller().id()), RateHeaders.Family.GENERAL);
        respond(exchange, ended);
    }

    private void show(Exchange exchange) {
        respond(exchange, load(exchange));
    }

    private void cancel(Exchange exchange) {
        ImageTask task = load(exchange);
        respond(exchange, images.cancel(task.accountId(), task.id()));
    }

    /// A task belongs to its feature and to the label it was begun under.
    private ImageTask load(Exchange exchange) {
        String id = exchange.pathParameter(TASK);
        ImageTask task = images.load(exchange.caller().id(), id);
        boolean ofFeature =
                ImageFeature.ofPath(exchange.pathParameter(FEATURE))
                        .filter(task.feature()::equals)
                        .isPresent();
        if (!ofFeature || !UserLabel.mayAsk(exchange, task.endUser())) {
            throw new AppException(ErrorCode.NOT_FOUND, "There is no task \"%s\".".formatted(id));
        }
        return task;
    }

    private static void respond(Exchange exchange, ImageTask task) {
        exchange.respond(shown(exchange, task));
    }

    private static Object shown(Exchange exchange, ImageTask task) {
        return new TaskJson(Origin.of(exchange)).write(task);
    }

    /// @param engines which can do it now, the one that is taken by itself first
    record Feature(String feature, String intent, String path, List<Engine> engines) {}

    /// @param models that requests may name
    record Engine(String name, List<String> models) {
        static Engine of(ImageEngine engine, ImageFeature feature) {
            return new Engine(engine.name(), engine.models(feature));
        }
    }

    record Features(List<Feature> features, List<String> aspect_ratios) {}

    private void list(Exchange exchange) {
        List<Feature> features = new ArrayList<>();
        for (ImageFeature feature : ImageFeature.values()) {
            features.add(
                    new Feature(
                            feature.pathName(),
                            feature.intent(),
                            FEATURES + "/" + feature.pathName() + "/",
                            images.engines(feature).stream()
                                    .map(engine -> Engine.of(engine, feature))
                                    .toList()));
        }
        List<String> ratios = new ArrayList<>();
        for (AspectRatio ratio : AspectRatio.values()) {
            ratios.add(ratio.wireName());
        }
        exchange.respond(new Features(features, ratios));
    }
}
