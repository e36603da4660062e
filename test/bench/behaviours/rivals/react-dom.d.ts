/** As much of it as the bench needs; its types would be one more package. */
declare module 'react-dom/client' {
  export interface Root {
    render(node: unknown): void;
    unmount(): void;
  }
  export function createRoot(element: Element): Root;
}
