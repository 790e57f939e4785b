/**
 * Asks the engine in its worker, one question after another. A question that is stopped or takes too long is ended with
 * the worker; the next one finds a new worker, made from what the first one compiled.
 */
import { EngineError, inflate, readParcel } from "./parcels";
import type { Answer, FromWorker, Question, ToWorker } from "./protocol";

interface Job {
  readonly question: Question;
  readonly milliseconds: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** The engine refuses the query; `told` are its own words. */
export class QueryRefused extends Error {}

export class Engine {
  #worker: Promise<Worker> | undefined;
  #module: WebAssembly.Module | undefined;
  #script: Promise<string> | undefined;
  #dataset: Promise<Uint8Array> | undefined;
  #jobs: Job[] = [];
  #current: { readonly job: Job; readonly end: (error: EngineError) => void } | undefined;
  #count = 0;

  /** Makes the engine ready before anything is asked. */
  async start(): Promise<void> {
    await this.#ready();
  }

  ask(question: Question, milliseconds: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#jobs.push({ question, milliseconds, resolve, reject });
      void this.#next();
    });
  }

  /** Ends what is being asked, and forgets what waits. */
  stop(): void {
    const waiting = this.#jobs.splice(0);
    for (const { reject } of waiting) reject(new EngineError("sparql-stopped"));
    this.#current?.end(new EngineError("sparql-stopped"));
  }

  async #next(): Promise<void> {
    if (this.#current || this.#jobs.length === 0) return;
    const job = this.#jobs.shift()!;
    let error: EngineError | undefined;
    this.#current = { job, end: (reason) => (error = reason) };
    try {
      const worker = await this.#ready();
      if (error) throw error;
      job.resolve(await this.#askOne(worker, job));
    } catch (reason) {
      job.reject(reason);
    } finally {
      this.#current = undefined;
      void this.#next();
    }
  }

  #askOne(worker: Worker, job: Job): Promise<Answer> {
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      const end = (error: unknown) => {
        this.#drop(worker);
        finish();
        reject(error);
      };
      const timer = setTimeout(() => end(new EngineError("sparql-time-over")), job.milliseconds);
      const listen = ({ data }: MessageEvent<FromWorker>) => {
        if (data.kind === "answer" && data.id === id) {
          finish();
          resolve(data.answer);
        } else if (data.kind === "refused" && data.id === id) {
          if (data.isBroken) return end(new EngineError("sparql-broken", data.told));
          finish();
          reject(new QueryRefused(data.told));
        }
      };
      const fail = (event: ErrorEvent) => {
        event.preventDefault();
        end(new EngineError("sparql-broken", event.message));
      };
      const finish = () => {
        clearTimeout(timer);
        worker.removeEventListener("message", listen);
        worker.removeEventListener("error", fail);
      };
      this.#current = { job, end };
      worker.addEventListener("message", listen);
      worker.addEventListener("error", fail);
      send(worker, { kind: "ask", id, question: job.question });
    });
  }

  #drop(worker: Worker): void {
    worker.terminate();
    this.#worker = undefined;
    // The next question should not have to wait for a new one.
    void this.#ready().catch(() => undefined);
  }

  #ready(): Promise<Worker> {
    this.#worker ??= this.#make().catch((error: unknown) => {
      this.#worker = undefined;
      throw error;
    });
    return this.#worker;
  }

  async #make(): Promise<Worker> {
    this.#script ??= readParcel("engine").then(inflate).then((code) => URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
    this.#dataset ??= readParcel("dataset").then(inflate);
    const [script, dataset, packed] = await Promise.all([this.#script, this.#dataset, this.#module ? undefined : readParcel("wasm")]);
    const worker = new Worker(script);
    send(worker, { kind: "start", module: this.#module, packed, dataset });
    this.#module = await started(worker);
    return worker;
  }
}

function send(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

function started(worker: Worker): Promise<WebAssembly.Module> {
  return new Promise((resolve, reject) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(new EngineError("sparql-broken", event.message));
    }, { once: true });
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "ready") resolve(data.module);
      else reject(new EngineError("sparql-broken", data.kind === "failed" ? data.told : ""));
    }, { once: true });
  });
}
