import { defineCommand } from "../command.ts";
import { allCommands } from "../commands.ts";
import { scripts } from "../completion.ts";

export default defineCommand({
  name: "completion",
  summary: "A script that lets a shell complete commands and options",
  operands: [{ name: "SHELL", help: "bash, zsh or fish", choices: ["bash", "zsh", "fish"] }],
  options: {},
  notes: [
    "bash: surprisal completion bash > ~/.local/share/bash-completion/completions/surprisal",
    "zsh: surprisal completion zsh > a folder of $fpath, in a file named _surprisal",
    "fish: surprisal completion fish > ~/.config/fish/completions/surprisal.fish",
  ],
  examples: [
    { line: "surprisal completion bash | tail -n 1", output: "complete -o default -F _surprisal surprisal" },
  ],
  async run([shell]) {
    return { script: scripts[shell as keyof typeof scripts](await allCommands()) };
  },
  show({ script }) {
    return [script];
  },
});
